package org.aestat.pipeline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.aestat.session.SessionTable;

/** The sessions that fit one key of a file of events. */
final class MetSessions {

    private int[] rows = new int[1];
    private int size;
    private boolean sorted = true;
    private String patient = "";

    /** Some of these sessions. */
    record Span(MetSessions sessions, int from, int to) {

        int size() {
            return to - from;
        }

        /** The place of one of them in the table. */
        int row(int index) {
            return sessions.rows[from + index];
        }
    }

    /** Adds a session, with the patient that it is of. */
    void add(int row, String patientOfRow) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size++] = row;
        patient = patientOfRow;
        sorted = size == 1;
    }

    /** The patient of the last session added. */
    String patient() {
        return patient;
    }

    /** All of them. */
    Span all() {
        return new Span(this, 0, size);
    }

    /**
     * Those of the latest day that is not after another, nor more than some days before it.
     *
     * @param table the sessions
     * @param day the day
     * @param within how many days before it
     */
    Span latest(SessionTable table, int day, int within) {
        if (!sorted) {
            rows = IntStream.of(Arrays.copyOf(rows, size))
                    .boxed()
                    .sorted(Comparator.comparingInt(row -> table.session(row).date()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            sorted = true;
        }
        int to = firstAfter(table, day);
        if (to == 0) {
            return new Span(this, 0, 0);
        }
        int latest = table.session(rows[to - 1]).date();
        return day - latest > within ? new Span(this, 0, 0) : new Span(this, firstAfter(table, latest - 1), to);
    }

    private int firstAfter(SessionTable table, int day) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.session(rows[middle]).date() <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
