package org.aestat.csv;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.session.Answer;

/**
 * Words for the three answers, {@linkplain Words#fold folded}.
 *
 * @param yes recorded as yes
 * @param no recorded as no
 * @param notRecorded nothing recorded
 */
record WordLists(Set<String> yes, Set<String> no, Set<String> notRecorded) {

    /** No words. */
    static final WordLists NONE = new WordLists(Set.of(), Set.of(), Set.of());

    /** The words that are understood everywhere. */
    static final WordLists DEFAULT = new WordLists(
            Set.of("yes", "y", "true", "t", "1", "x", "checked"),
            Set.of("no", "n", "false", "f", "0", "unchecked", "none"),
            Set.of("", "na", "n/a", "nr", "unknown", "-99", "-999"));

    /** Words that say how severe an event was. */
    static final List<String> GRADES = List.of("mild", "moderate", "severe", "2", "3", "4", "5");

    WordLists {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
        notRecorded = Set.copyOf(notRecorded);
    }

    /** Adds the words, each with the ordinal of its {@link Answer}, in place of what they meant before. */
    void addTo(Map<String, Integer> meanings) {
        yes.forEach(word -> meanings.put(word, Answer.YES.ordinal()));
        no.forEach(word -> meanings.put(word, Answer.NO.ordinal()));
        notRecorded.forEach(word -> meanings.put(word, Answer.NOT_RECORDED.ordinal()));
    }
}
