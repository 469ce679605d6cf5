package org.aestat.csv;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How exports are to be read.
 *
 * @param mapping what the export's columns mean, {@link Mapping#NONE} where they have canonical names
 * @param encoding the character encoding, or null for UTF-8
 * @param delimiter the character between fields, or null for the one that the header shows
 * @param decimalComma whether decimals are written {@code 2,5}; otherwise {@code 2.5}
 * @param dateFormat the pattern of dates in the terms of {@link java.time.format.DateTimeFormatter}, or null for ISO
 */
public record ReadOptions(
        Mapping mapping,
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        boolean decimalComma,
        @Nullable String dateFormat) {

    /** UTF-8, the header's delimiter, decimal points, ISO dates, canonical columns. */
    public static final ReadOptions DEFAULT = new ReadOptions(Mapping.NONE, null, null, false, null);

    /**
     * Checks the delimiter and the date format.
     *
     * @throws IllegalArgumentException if one of them cannot be used, with a message for people
     */
    public ReadOptions {
        if (delimiter != null && isImpossible(delimiter)) {
            throw new IllegalArgumentException("A delimiter cannot be a quote, a line break, a letter or a digit.");
        }
        if (dateFormat != null) {
            DateParser.ofPattern(dateFormat);
        }
    }

    private static boolean isImpossible(char delimiter) {
        return delimiter == '"'
                || delimiter == '\r'
                || delimiter == '\n'
                || delimiter == 0
                || Character.isLetterOrDigit(delimiter);
    }
}
