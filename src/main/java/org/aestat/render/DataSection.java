package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.AuditResult;
import org.aestat.result.InputSummary;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.Warning;

/** What was read, what was left out, and what the reader has to know before the figures. */
final class DataSection {

    private static final int CHECKSUM_DIGITS = 12;

    private final Page page;

    DataSection(Page page) {
        this.page = page;
    }

    void write(AuditResult result) {
        page.heading(title(result.command()));
        accounting(result.inputs(), result.patients(), result.settings());
        decisions(result.inputs());
        warnings(result.warnings());
    }

    /** What a preset took columns and rows for. */
    void decisions(List<InputSummary> inputs) {
        for (InputSummary input : inputs) {
            if (!input.decisions().isEmpty()) {
                page.paragraph("How " + name(input.file()) + " was read: " + String.join(" ", input.decisions()));
            }
        }
    }

    void warnings(List<Warning> warnings) {
        warnings.forEach(warning -> page.paragraph("Warning: " + warning.message()));
    }

    private static String title(String command) {
        String subject =
                switch (command) {
                    case "rates" -> "adverse events";
                    case "soreness" -> "how long soreness lasts";
                    case "relief" -> "sessions to relief";
                    default -> "adverse events, soreness and relief";
                };
        return "Audit of treatment sessions: " + subject;
    }

    void accounting(List<InputSummary> inputs, long patients, RunSettings settings) {
        accounting(inputs, patients, filters(settings.where(), settings.from(), settings.to()), settings.by());
    }

    /** What was read, with what sessions had to have and the columns by which they are told apart. */
    void accounting(List<InputSummary> inputs, long patients, List<String> filters, List<String> by) {
        RowCounts rows = inputs.stream().map(InputSummary::rows).reduce(RowCounts.NONE, RowCounts::plus);
        page.paragraph("Read: " + Quantity.of(rows.read(), "row") + " of "
                + Quantity.of(inputs.size(), "file") + ". Used: " + Quantity.of(rows.used(), "session")
                + " of " + Quantity.of(patients, "patient") + ". " + excluded(rows) + ". Rejected as unreadable: "
                + Quantity.count(rows.rejected())
                + ".");
        selection(filters, by);
        TextTable table = new TextTable()
                .text("File")
                .number("Rows read")
                .number("Used")
                .number("Excluded")
                .number("Rejected")
                .number("Bytes")
                .text("SHA-256 begins");
        for (InputSummary input : inputs) {
            row(table, name(input.file()), input.rows(), Quantity.count(input.bytes()), checksum(input.sha256()));
        }
        if (inputs.size() > 1) {
            row(table, "all", rows, "", "");
        }
        if (!table.isEmpty()) {
            page.space();
            page.table(table);
        }
    }

    /** How many rows were left out, and why. */
    static String excluded(RowCounts rows) {
        if (rows.excludedBy().isEmpty()) {
            return "Excluded by the filters: " + Quantity.count(rows.excluded());
        }
        return "Excluded: " + Quantity.count(rows.excluded()) + " ("
                + rows.excludedBy().stream()
                        .map(exclusion -> exclusion.reason() + ": " + Quantity.count(exclusion.rows()))
                        .collect(Collectors.joining("; "))
                + ")";
    }

    private String name(String file) {
        return page.name("-".equals(file) ? "standard input" : file);
    }

    private static String checksum(String sha256) {
        return sha256.substring(0, Math.min(CHECKSUM_DIGITS, sha256.length()));
    }

    private static void row(TextTable table, String file, RowCounts rows, String bytes, String checksum) {
        table.row(
                file,
                Quantity.count(rows.read()),
                Quantity.count(rows.used()),
                Quantity.count(rows.excluded()),
                Quantity.count(rows.rejected()),
                bytes,
                checksum);
    }

    /** What sessions had to have to be used, in words. */
    static List<String> filters(List<String> where, String from, String to) {
        List<String> filters = new ArrayList<>(where);
        if (!from.isEmpty()) {
            filters.add("from " + from);
        }
        if (!to.isEmpty()) {
            filters.add("to " + to);
        }
        return filters;
    }

    private void selection(List<String> filters, List<String> by) {
        if (!filters.isEmpty()) {
            page.continued("Only sessions with: " + String.join("; ", filters) + ".");
        }
        if (!by.isEmpty()) {
            page.continued("Shown for all sessions and apart by: " + String.join(", ", by) + ".");
        }
    }
}
