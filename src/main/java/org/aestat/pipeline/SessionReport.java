package org.aestat.pipeline;

import java.util.List;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.ProblemCode;
import org.aestat.csv.RowProblem;
import org.aestat.session.SessionTable;

/**
 * Writes down what is wrong with accepted sessions.
 *
 * @param inputs the inputs
 * @param table the sessions
 * @param places where they stand
 * @param findings takes the problems
 */
record SessionReport(List<Input> inputs, SessionTable table, RowPlaces places, Findings findings) {

    /**
     * An input.
     *
     * @param name its name
     * @param columns what it has
     */
    record Input(String name, ExportColumns columns) {}

    /** Writes down a problem, unless the filters of the run leave the session out. */
    void add(ProblemCode code, int row, String column, String found, String expected) {
        if (table.session(row).isUsed()) {
            int file = places.file(row);
            Input input = inputs.get(file);
            String label = input.columns().label(column);
            findings.add(file, new RowProblem(code, input.name(), places.line(row), label, found, expected, ""));
        }
    }

    /** Where a row stands, seen from another: its line, with its file if that is another one. */
    String place(int row, int from) {
        String line = "line " + places.line(row);
        int file = places.file(row);
        return file == places.file(from) ? line : inputs.get(file).name() + ", " + line;
    }
}
