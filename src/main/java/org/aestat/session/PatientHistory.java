package org.aestat.session;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** All sessions of one patient, in the order of reading. */
public final class PatientHistory extends AbstractList<Session> {

    private final SessionTable table;
    private final int[] rows;
    private final int from;
    private final int to;

    /**
     * A history that is a slice of row numbers.
     *
     * @param table the sessions
     * @param rows row numbers grouped by patient
     * @param from the first of this patient's
     * @param to one after the last
     */
    public PatientHistory(SessionTable table, int[] rows, int from, int to) {
        this.table = table;
        this.rows = rows;
        this.from = from;
        this.to = to;
    }

    @Override
    public Session get(int index) {
        return table.session(row(index));
    }

    SessionTable table() {
        return table;
    }

    int row(int index) {
        return rows[from + index];
    }

    @Override
    public int size() {
        return to - from;
    }

    /** The sessions one after the other in a single view, which shows each only until the next one is asked for. */
    public Iterable<Session> inOneView() {
        return Walk::new;
    }

    private final class Walk implements Iterator<Session> {

        private final Session view = table.session(0);
        private int next = from;

        @Override
        public boolean hasNext() {
            return next < to;
        }

        @Override
        public Session next() {
            if (next == to) {
                throw new NoSuchElementException();
            }
            view.moveTo(rows[next++]);
            return view;
        }
    }
}
