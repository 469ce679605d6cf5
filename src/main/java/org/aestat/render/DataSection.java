package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.AuditResult;
import org.aestat.result.InputSummary;
import org.aestat.result.InputSummary.Content;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.Warning;

/** What was read, what was left out, and what the reader has to know before the figures. */
final class DataSection {

    private static final int CHECKSUM_DIGITS = 12;
    private static final int MOST_NAMES = 6;

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
        List<InputSummary> exports = InputSummary.ofSessions(inputs);
        RowCounts rows = InputSummary.sessions(inputs);
        page.paragraph("Read: " + Quantity.of(rows.read(), "row") + " of "
                + Quantity.of(exports.size(), "file") + ". Used: " + Quantity.of(rows.used(), "session")
                + " of " + Quantity.of(patients, "patient") + ". " + excluded(rows) + ". Rejected as unreadable: "
                + Quantity.count(rows.rejected())
                + ".");
        inputs.stream().filter(input -> input.content() == Content.SUBJECTS).forEach(this::subjects);
        inputs.stream().filter(input -> input.content() == Content.EVENTS).forEach(this::events);
        selection(filters, by);
        TextTable table = new TextTable()
                .text("File")
                .number("Rows read")
                .number("Used")
                .number("Excluded")
                .number("Rejected")
                .number("Bytes")
                .text("SHA-256 begins");
        for (InputSummary input : exports) {
            row(table, name(input.file()), input.rows(), Quantity.count(input.bytes()), checksum(input.sha256()));
        }
        if (exports.size() > 1) {
            row(table, "all", rows, "", "");
        }
        for (InputSummary input : inputs) {
            if (input.content() != Content.SESSIONS) {
                row(
                        table,
                        page.name(label(input)),
                        input.rows(),
                        Quantity.count(input.bytes()),
                        checksum(input.sha256()));
            }
        }
        if (!table.isEmpty()) {
            page.space();
            page.table(table);
        }
    }

    private void subjects(InputSummary input) {
        RowCounts rows = input.rows();
        page.continued("Patients of " + name(input.file()) + ": " + Quantity.of(rows.read(), "row") + " read, "
                + Quantity.count(rows.used()) + " used. Without a session: " + Quantity.count(rows.excluded())
                + ". Rejected: " + Quantity.count(rows.rejected()) + ".");
    }

    private void events(InputSummary input) {
        RowCounts rows = input.rows();
        page.continued("Adverse events of " + name(input.file()) + ": " + Quantity.of(rows.read(), "row") + " read, "
                + Quantity.count(rows.used()) + " used. " + excluded(rows) + ". Rejected: "
                + Quantity.count(rows.rejected()) + ". An event that it does not name is "
                + absence(input.completeFor()) + ".");
    }

    private static String absence(List<String> completeFor) {
        if (completeFor.isEmpty()) {
            return "not recorded";
        }
        return completeFor.size() > MOST_NAMES
                ? "'no' (" + Quantity.of(completeFor.size(), "event") + ")"
                : "'no' for " + String.join(", ", completeFor);
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

    /** The name of an input, with what its rows are if these are no sessions. */
    static String label(InputSummary input) {
        return input.file()
                + (input.content() == Content.SESSIONS
                        ? ""
                        : " (" + input.content().label() + ")");
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
