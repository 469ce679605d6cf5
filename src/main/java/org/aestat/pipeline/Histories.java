package org.aestat.pipeline;

import java.util.function.Consumer;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionTable;

/** The sessions of a table grouped by patient, in the order in which the patients were first read. */
public final class Histories {

    private final SessionTable table;
    private final int[] rows;
    private final int[] ends;

    /** Groups the sessions of a table. */
    public Histories(SessionTable table) {
        this.table = table;
        int[] next = new int[table.patients().size() + 2];
        for (int row = 0; row < table.size(); row++) {
            next[table.patient(row) + 1]++;
        }
        for (int patient = 1; patient < next.length; patient++) {
            next[patient] += next[patient - 1];
        }
        rows = new int[table.size()];
        for (int row = 0; row < table.size(); row++) {
            rows[next[table.patient(row)]++] = row;
        }
        ends = next;
    }

    /** Hands every patient's history to the consumer. */
    public void forEach(Consumer<PatientHistory> consumer) {
        for (int patient = 1; patient < ends.length - 1; patient++) {
            int from = ends[patient - 1];
            if (ends[patient] > from) {
                consumer.accept(new PatientHistory(table, rows, from, ends[patient]));
            }
        }
    }
}
