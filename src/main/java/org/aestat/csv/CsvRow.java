package org.aestat.csv;

import java.util.List;
import java.util.regex.Pattern;

/** Writes a row of CSV that spreadsheets show and do not compute. */
public final class CsvRow {

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where a spreadsheet that divides at semicolons or tabs, or does not know quotes, could see a formula begin. */
    private static final Pattern INNER = Pattern.compile("(?<=[;\t\r\n])(?=\"*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private CsvRow() {}

    /**
     * A row with commas between its fields and a line feed at its end. A field that starts like a formula gets an
     * apostrophe before it, and so does what starts like one after a semicolon, tab or line break within; fields with a comma, a quote or a line break, or spaces at an end, are quoted.
     */
    public static String of(List<String> fields) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            row.append(i == 0 ? "" : ",");
            append(row, fields.get(i));
        }
        return row.append('\n').toString();
    }

    private static void append(StringBuilder row, String field) {
        boolean formula = !field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0;
        String harmless = (formula ? "'" : "") + INNER.matcher(field).replaceAll("'");
        boolean quoted = !harmless.equals(harmless.strip())
                || harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        if (quoted) {
            row.append('"').append(harmless.replace("\"", "\"\"")).append('"');
        } else {
            row.append(harmless);
        }
    }
}
