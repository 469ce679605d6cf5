package org.aestat.csv;

import java.nio.charset.StandardCharsets;

/** Texts as cells of every column: a session or a problem, which shows no more of the cell than its shape. */
public final class CellFuzzer {

    private static final String COLUMNS = "session_id,session_date,session_number,course_id,course_outcome,chronicity,"
            + "muscle_depth,needles,pain_before,relief,bruising,soreness_hours,soreness_resolved,soreness_at_24h,"
            + "fatigue_hours,age,pregnant,adverse_events,condition,note";

    private CellFuzzer() {}

    /** Reads a text in every column, quoted. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8).replace("\0", "");
        String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
        for (String column : COLUMNS.split(",")) {
            for (ReadOptions options : new ReadOptions[] {ReadOptions.DEFAULT, Reading.DECIMAL_COMMA}) {
                String header = "patient_id,session_date,session_number,".replace(column + ",", "");
                String row = column.equals("session_date") ? "p,1," : "p,2025-01-01,";
                row += column.startsWith("session_") && !column.equals("session_id") ? "" : "1,";
                Reading reading = Reading.of(header + column + "\n" + row + quoted + "\n", options);
                if (reading.table().size() + reading.problems().size() != 1) {
                    throw new AssertionError(column + ": " + reading.problems());
                }
            }
        }
    }
}
