package org.aestat.session;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The adverse events of all sessions: two bits each, and a number more for an event from its first grade on. An export
 * that only says yes and no takes no room for grades.
 */
final class EventColumns {

    /** How many events a word of answers holds. */
    static final int PER_WORD = 16;

    private static final int LARGEST_OF_TWO_BITS = 3;
    private static final int LOWER_BITS = 0x55555555;

    private final List<AdverseEvent> events;
    private final PackedColumn[] answers;
    private final int[] noToAll;
    private final @Nullable PackedColumn[] grades;
    private int size;

    EventColumns(List<AdverseEvent> events) {
        this.events = events;
        answers = new PackedColumn[words(events.size())];
        noToAll = new int[answers.length];
        for (int i = 0; i < events.size(); i++) {
            noToAll[i / PER_WORD] |= EventRecord.NO.ordinal() << (2 * (i % PER_WORD));
        }
        for (int i = 0; i < answers.length; i++) {
            answers[i] = new PackedColumn(0);
        }
        grades = new PackedColumn[events.size()];
    }

    private static int words(int events) {
        return (events + PER_WORD - 1) / PER_WORD;
    }

    /** How many events there are. */
    int count() {
        return grades.length;
    }

    /**
     * Adds a session.
     *
     * @param records the ordinals of its {@link EventRecord}s
     * @param first the place of the first there
     */
    void add(int[] records, int first) {
        for (int i = 0; i < answers.length; i++) {
            answers[i].add(word(records, first, i * PER_WORD));
        }
        for (int i = 0; i < grades.length; i++) {
            PackedColumn column = grades[i];
            if (column != null) {
                int code = records[first + i];
                column.add(EventRecord.of(code).isGrade() ? code : 0);
            }
        }
        size++;
    }

    /** Sixteen answers from one event on, two bits each; starts the grades of those that have one. */
    private int word(int[] records, int first, int from) {
        int word = 0;
        int all = 0;
        int to = Math.min(from + PER_WORD, grades.length);
        for (int i = to - 1; i >= from; i--) {
            int code = records[first + i];
            all |= code;
            word = word << 2 | code;
        }
        return all > LARGEST_OF_TWO_BITS ? wordOfGrades(records, first, from, to) : word;
    }

    private int wordOfGrades(int[] records, int first, int from, int to) {
        int word = 0;
        for (int i = to - 1; i >= from; i--) {
            EventRecord found = EventRecord.of(records[first + i]);
            if (found.isGrade()) {
                start(i);
            }
            int code = found.ordinal() > LARGEST_OF_TWO_BITS ? EventRecord.YES.ordinal() : found.ordinal();
            word = word << 2 | code;
        }
        return word;
    }

    /** Removes all sessions. */
    void clear() {
        for (PackedColumn column : answers) {
            column.clear();
        }
        Arrays.fill(grades, null);
        size = 0;
    }

    void addAll(EventColumns other, int from, int to) {
        for (int i = 0; i < answers.length; i++) {
            answers[i].addAll(other.answers[i], from, to, null);
        }
        for (int i = 0; i < grades.length; i++) {
            PackedColumn column = other.grades[i];
            if (column != null) {
                start(i);
            }
            PackedColumn mine = grades[i];
            if (mine != null) {
                for (int row = from; row < to; row++) {
                    mine.add(column == null ? 0 : column.get(row));
                }
            }
        }
        size += to - from;
    }

    /** The same sessions with other records. Events that were graded stay so. */
    EventColumns amended(EventAmendment amendment) {
        EventColumns amended = new EventColumns(events);
        for (int event = 0; event < grades.length; event++) {
            if (grades[event] != null) {
                amended.start(event);
            }
        }
        int[] records = new int[events.size()];
        for (int row = 0; row < size; row++) {
            for (int event = 0; event < records.length; event++) {
                records[event] =
                        amendment.record(event, row, record(event, row)).ordinal();
            }
            amended.add(records, 0);
        }
        return amended;
    }

    /** Shows rows of other columns in place of all own ones, as {@link PackedColumn#show} does. */
    void show(EventColumns other, int[] rows, int from, int to) {
        for (int i = 0; i < answers.length; i++) {
            answers[i].show(other.answers[i], rows, from, to);
        }
        for (int event = 0; event < grades.length; event++) {
            PackedColumn graded = other.grades[event];
            if (graded != null) {
                start(event).show(graded, rows, from, to);
            }
        }
    }

    EventRecord record(int event, int row) {
        PackedColumn column = grades[event];
        int grade = column == null ? 0 : column.get(row);
        return grade == 0 ? code(event, row) : EventRecord.of(grade);
    }

    /** Starts the grades of an event, none for the sessions so far. */
    private PackedColumn start(int event) {
        PackedColumn column = grades[event];
        if (column == null) {
            column = new PackedColumn(0);
            for (int row = 0; row < size; row++) {
                column.add(0);
            }
            grades[event] = column;
        }
        return column;
    }

    private EventRecord code(int event, int row) {
        int word = answers[event / PER_WORD].get(row);
        return EventRecord.of((word >>> (2 * (event % PER_WORD))) & LARGEST_OF_TWO_BITS);
    }

    Answer answer(int event, int row) {
        return code(event, row).answer();
    }

    /** Yes if one of the events is, no if all are. */
    Answer anyOf(EventSet set, int row) {
        int words = set.words();
        boolean complete = words > 0;
        for (int i = 0; i < words; i++) {
            long word = answers[i].get(row);
            long lanes = set.lanes(i);
            if ((word >>> 1 & lanes) != 0) {
                return Answer.YES;
            }
            complete &= (word & lanes) == lanes;
        }
        return complete ? Answer.NO : Answer.NOT_RECORDED;
    }

    boolean isAnyRecorded(EventSet set, int row) {
        for (int i = 0; i < set.words(); i++) {
            long word = answers[i].get(row);
            if (((word | word >>> 1) & set.lanes(i)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The events that are not recorded as no, as {@link EventSet#mask()} has them. */
    long notNo(int row) {
        long notNo = 0;
        for (int i = 0; i < answers.length; i++) {
            int differing = answers[i].get(row) ^ noToAll[i];
            if (i == 0) {
                notNo = (differing | differing >>> 1) & LOWER_BITS;
            } else if (differing != 0) {
                notNo |= EventSet.LATER;
            }
        }
        return notNo;
    }

    boolean isGraded(int event) {
        return grades[event] != null || events.get(event).graded();
    }

    @Nullable
    Grade grade(int event, int row) {
        return record(event, row).grade(isGraded(event));
    }
}
