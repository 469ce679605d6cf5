package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code [rows]} of a mapping file. */
final class RowSectionParser {

    private static final String PATIENT = "patient";
    private static final String EXCLUDE = "exclude";
    private static final String RECORDED = "recorded";

    private final TomlSection section;

    RowSectionParser(TomlSection section) {
        this.section = section;
        section.allowOnly(List.of(PATIENT, EXCLUDE));
    }

    /**
     * The line that makes every row its own patient, or 0.
     *
     * @param patientLine the line that gives a column for patients, or null
     */
    int eachRowLine(@Nullable Integer patientLine) {
        if (!section.has(PATIENT)) {
            return 0;
        }
        if (!section.text(PATIENT).equals("each-row")) {
            throw section.at(PATIENT, "expected \"each-row\" for 'patient'.");
        }
        if (patientLine != null) {
            throw section.at(
                    PATIENT,
                    "every row cannot be its own patient, because line " + patientLine
                            + " gives a column for patient_id.");
        }
        return section.line(PATIENT);
    }

    /** The rows to leave out, in the order of the file. */
    List<RowExclusion> exclusions() {
        List<RowExclusion> exclusions = new ArrayList<>();
        if (section.has(EXCLUDE)) {
            TomlSection columns = section.section(EXCLUDE);
            Set<String> headers = new HashSet<>();
            for (String header : columns.keys()) {
                if (!headers.add(CanonicalColumns.normalise(header))) {
                    throw columns.at(header, "the header '" + header + "' is used twice.");
                }
                exclusions.add(new RowExclusion(header, words(columns, header), columns.line(header)));
            }
        }
        return exclusions;
    }

    private static List<String> words(TomlSection columns, String header) {
        if (columns.isText(header)) {
            if (columns.text(header).equals(RECORDED)) {
                return List.of();
            }
            throw columns.at(
                    header, "expected a list of words such as [\"cancelled\"], or \"recorded\", for '" + header + "'.");
        }
        List<String> words = columns.texts(header);
        Set<String> folded = new HashSet<>();
        for (String word : words) {
            if (!folded.add(Words.fold(word))) {
                throw columns.at(header, "the word '" + word + "' stands twice in the list '" + header + "'.");
            }
        }
        return words;
    }
}
