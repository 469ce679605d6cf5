package org.aestat.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How exports are to be read.
 *
 * @param mapping what the export's columns mean, {@link Mapping#NONE} where they have canonical names
 * @param encoding the character encoding, or null for UTF-8
 * @param delimiter the character between fields, or null for the one that the first line names, the dialect has or the
 *     header shows
 * @param decimalComma whether decimals are written {@code 2,5}; otherwise {@code 2.5}
 * @param dateFormat the pattern of dates in the terms of {@link java.time.format.DateTimeFormatter}, or null for ISO
 * @param dialect the database that wrote the export, or null where it is CSV
 * @param skip how many lines stand before the header, from 0
 * @param preset the program that wrote the export, or null where a row is a session as it stands
 * @param dictionary the data dictionary of a REDCap project, or null
 */
public record ReadOptions(
        Mapping mapping,
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        boolean decimalComma,
        @Nullable String dateFormat,
        @Nullable Dialect dialect,
        int skip,
        @Nullable Preset preset,
        @Nullable DataDictionary dictionary) {

    /** UTF-8, the header's delimiter, decimal points, ISO dates, canonical columns. */
    public static final ReadOptions DEFAULT = new ReadOptions(Mapping.NONE, null, null, false, null);

    /** CSV whose header stands in the first line. */
    public ReadOptions(
            Mapping mapping,
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            boolean decimalComma,
            @Nullable String dateFormat) {
        this(mapping, encoding, delimiter, decimalComma, dateFormat, null, 0);
    }

    /** An export whose rows are sessions as they stand. */
    public ReadOptions(
            Mapping mapping,
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            boolean decimalComma,
            @Nullable String dateFormat,
            @Nullable Dialect dialect,
            int skip) {
        this(mapping, encoding, delimiter, decimalComma, dateFormat, dialect, skip, null, null);
    }

    /**
     * Checks the delimiter and the date format.
     *
     * @throws IllegalArgumentException if one of them cannot be used, with a message for people
     */
    public ReadOptions {
        if (delimiter != null && isImpossible(delimiter)) {
            throw new IllegalArgumentException("A delimiter cannot be a quote, a line break, a letter or a digit.");
        }
        if (delimiter != null && dialect != null && delimiter == '\\') {
            throw new IllegalArgumentException("With --dialect, a backslash cannot be the delimiter.");
        }
        if (dateFormat != null) {
            DateParser.ofPattern(dateFormat);
        }
    }

    /** Why rows can be left out: the reasons of the preset, then those of the mapping. */
    public List<String> exclusionReasons() {
        List<String> reasons = new ArrayList<>(presetReasons());
        reasons.addAll(mapping.exclusionReasons());
        return reasons;
    }

    List<String> presetReasons() {
        return preset == null ? List.of() : preset.reasons();
    }

    /** The same with another mapping. */
    ReadOptions with(Mapping other) {
        return new ReadOptions(other, encoding, delimiter, decimalComma, dateFormat, dialect, skip, preset, dictionary);
    }

    /** Whether a character cannot stand between fields. */
    static boolean isImpossible(char delimiter) {
        return delimiter == '"'
                || delimiter == '\r'
                || delimiter == '\n'
                || delimiter == 0
                || Character.isLetterOrDigit(delimiter);
    }
}
