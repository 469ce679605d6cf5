package org.aestat.csv;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows of an export the mapping leaves out, by single cells. */
final class RowExclusions {

    /** The answer for a cell that leaves the row in. */
    static final int NONE = -1;

    private final @Nullable Rule[] rules;

    /**
     * What one column says.
     *
     * @param words cells and the places of their reasons, none where anything recorded is a reason
     * @param first the place of the rule's first reason
     */
    private record Rule(@Nullable Words words, ColumnReader reader, int first) {

        int reason(Cell cell) {
            if (words == null) {
                return reader.text(cell).length() == 0 ? NONE : first;
            }
            int word = words.find(cell);
            return word == Words.ABSENT ? NONE : first + word;
        }
    }

    /**
     * The exclusions of an export.
     *
     * @param header its header
     * @param options how it is read
     * @throws MappingException if it lacks a column that the mapping names
     */
    RowExclusions(Header header, ReadOptions options) {
        rules = new Rule[header.size()];
        ColumnReader reader = new ColumnReader(ValueKind.TEXT, null, options);
        int first = options.presetReasons().size();
        for (RowExclusion exclusion : options.mapping().exclusions()) {
            Map<String, Integer> places = new HashMap<>();
            for (String word : exclusion.words()) {
                places.put(Words.fold(word), places.size());
            }
            Words words = places.isEmpty() ? null : new Words(places);
            rules[header.place(exclusion.header(), exclusion.line())] = new Rule(words, reader, first);
            first += exclusion.reasons().size();
        }
    }

    /** The place among {@link ReadOptions#exclusionReasons()} of the one that a cell gives for leaving its row out, or {@link #NONE}. */
    int reason(int place, Cell cell) {
        Rule rule = rules[place];
        return rule == null ? NONE : rule.reason(cell);
    }

    /** Whether a cell can leave its row out. */
    boolean concernAny() {
        for (Rule rule : rules) {
            if (rule != null) {
                return true;
            }
        }
        return false;
    }
}
