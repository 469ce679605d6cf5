package org.aestat.csv;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the character between the fields of an export. */
final class Delimiter {

    private static final char USUAL = ',';

    private Delimiter() {}

    /**
     * The delimiter that the header shows: the only candidate in it, or the only one under which the header has what is
     * required.
     *
     * @param text the export's text, which stays to be read
     * @param file the export's name
     * @param hasAllColumns whether a header has what is required
     * @throws InputException if more than one could be it, or none of several fits
     */
    static char of(HeaderPeek text, String file, Predicate<List<String>> hasAllColumns) {
        Set<Character> candidates = text.delimiters();
        if (candidates.isEmpty()) {
            return USUAL;
        }
        List<Character> fitting = new ArrayList<>(candidates);
        if (candidates.size() > 1) {
            fitting.removeIf(candidate -> !fits(text, file, candidate, hasAllColumns));
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new InputException(
                file,
                text.line(),
                "the delimiter is not clear, because more than one of comma, semicolon, tab, | and ^ stands in the header"
                        + (fitting.isEmpty() ? " and the required columns are found with none of them." : ".")
                        + " Give it with --delimiter.");
    }

    private static boolean fits(HeaderPeek text, String file, char candidate, Predicate<List<String>> hasAllColumns) {
        Records records = new Records(new StringReader(text.text()), file, text.line(), candidate);
        try {
            List<String> labels = new ArrayList<>();
            return records.next(collector(labels)) && hasAllColumns.test(labels);
        } catch (InputException e) {
            return false;
        }
    }

    /** Takes the fields of a header, trimmed. */
    static RecordSource.FieldSink collector(List<String> labels) {
        Cell cell = new Cell();
        return (index, buffer, offset, length) -> {
            cell.set(buffer, offset, length);
            labels.add(cell.toString());
        };
    }
}
