package org.aestat.csv;

import java.util.List;

/**
 * Rows that a mapping leaves out, because they are no sessions.
 *
 * @param header the export's header of the column that says so
 * @param words what its cell says, as the mapping has it; none where anything recorded says so
 * @param line where the mapping says so
 */
record RowExclusion(String header, List<String> words, int line) {

    RowExclusion {
        words = List.copyOf(words);
    }

    /** Why a row is left out, for each word. */
    List<String> reasons() {
        return words.isEmpty()
                ? List.of(header + " is recorded")
                : words.stream().map(word -> header + " = " + word).toList();
    }
}
