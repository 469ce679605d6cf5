package org.aestat.csv;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about one column.
 *
 * @param headers the export's headers, several only for ids, none where the column has its canonical name
 * @param format the pattern of its dates, or null
 * @param values cell texts, {@linkplain Words#fold folded}, and the canonical texts they stand for
 * @param words words of this column alone
 * @param line where the mapping says so
 */
record ColumnMapping(
        List<String> headers, @Nullable String format, Map<String, String> values, WordLists words, int line) {

    ColumnMapping {
        headers = List.copyOf(headers);
    }

    /** Whether more than the header is said. */
    boolean hasWords() {
        return !values.isEmpty() || !words.equals(WordLists.NONE);
    }
}
