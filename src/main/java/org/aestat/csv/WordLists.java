package org.aestat.csv;

import java.util.Map;
import java.util.Set;
import org.aestat.session.Answer;
import org.aestat.session.EventRecord;

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

    /** Words that say, or may say, how severe an event was. */
    static final Map<String, EventRecord> GRADES = Map.of(
            "1", EventRecord.ONE,
            "mild", EventRecord.MILD,
            "2", EventRecord.MODERATE,
            "moderate", EventRecord.MODERATE,
            "3", EventRecord.SEVERE,
            "severe", EventRecord.SEVERE,
            "4", EventRecord.LIFE_THREATENING,
            "5", EventRecord.FATAL);

    WordLists {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
        notRecorded = Set.copyOf(notRecorded);
    }

    boolean isEmpty() {
        return yes.isEmpty() && no.isEmpty() && notRecorded.isEmpty();
    }

    /** Adds the words, each with the ordinal of its {@link Answer}, in place of what they meant before. */
    void addTo(Map<String, Integer> meanings) {
        yes.forEach(word -> meanings.put(word, Answer.YES.ordinal()));
        no.forEach(word -> meanings.put(word, Answer.NO.ordinal()));
        notRecorded.forEach(word -> meanings.put(word, Answer.NOT_RECORDED.ordinal()));
    }
}
