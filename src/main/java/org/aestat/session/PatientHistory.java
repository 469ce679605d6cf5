package org.aestat.session;

import java.util.AbstractList;

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
        return table.session(rows[from + index]);
    }

    @Override
    public int size() {
        return to - from;
    }
}
