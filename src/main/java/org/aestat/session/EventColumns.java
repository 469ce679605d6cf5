package org.aestat.session;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The adverse events of all sessions: two bits each, and a byte more for an event from its first grade on. An export
 * that only says yes and no takes no room for grades.
 */
final class EventColumns {

    private static final int PER_WORD = 32;
    private static final int LARGEST_OF_TWO_BITS = 3;

    private final List<AdverseEvent> events;
    private final long[][] answers;
    private final byte[] @Nullable [] grades;
    private int capacity;

    EventColumns(List<AdverseEvent> events, int capacity) {
        this.events = events;
        this.capacity = capacity;
        answers = new long[(events.size() + PER_WORD - 1) / PER_WORD][capacity];
        grades = new byte[events.size()][];
    }

    void grow(int newCapacity) {
        capacity = newCapacity;
        for (int i = 0; i < answers.length; i++) {
            answers[i] = Arrays.copyOf(answers[i], capacity);
        }
        for (int i = 0; i < grades.length; i++) {
            byte[] column = grades[i];
            if (column != null) {
                grades[i] = Arrays.copyOf(column, capacity);
            }
        }
    }

    void put(int row, EventRecord[] records) {
        for (int i = 0; i < records.length; i++) {
            EventRecord value = records[i];
            EventRecord code = value.ordinal() > LARGEST_OF_TWO_BITS ? EventRecord.YES : value;
            answers[i / PER_WORD][row] |= (long) code.ordinal() << (2 * (i % PER_WORD));
            if (value.isGrade()) {
                grades(i)[row] = (byte) value.ordinal();
            }
        }
    }

    private byte[] grades(int event) {
        byte[] column = grades[event];
        if (column == null) {
            column = new byte[capacity];
            grades[event] = column;
        }
        return column;
    }

    private EventRecord code(int event, int row) {
        long word = answers[event / PER_WORD][row];
        return EventRecord.of((int) (word >>> (2 * (event % PER_WORD))) & LARGEST_OF_TWO_BITS);
    }

    Answer answer(int event, int row) {
        return code(event, row).answer();
    }

    boolean isGraded(int event) {
        return grades[event] != null || events.get(event).graded();
    }

    @Nullable
    Grade grade(int event, int row) {
        byte[] column = grades[event];
        EventRecord value = column == null || column[row] == 0 ? code(event, row) : EventRecord.of(column[row]);
        return value.grade(isGraded(event));
    }
}
