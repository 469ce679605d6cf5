package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.InputSummary;
import org.aestat.result.InputSummary.Content;
import org.aestat.result.RowCounts;
import org.aestat.result.ValidationResult;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.Example;
import org.aestat.result.ValidationResult.NotChecked;
import org.aestat.result.ValidationResult.Problem;
import org.aestat.result.Warning;

/** What is wrong with exports, as Markdown for tickets and wikis. */
final class ValidationMarkdown {

    private final Writer out;

    ValidationMarkdown(Writer out) {
        this.out = out;
    }

    void write(ValidationResult result) throws IOException {
        out.write("# " + ValidationWords.TITLE + "\n\n");
        out.write(ValidationWords.verdict(result) + "\n\n");
        inputs(result);
        selection(result);
        out.write(result.warnings().isEmpty() ? "" : "\n");
        for (Warning warning : result.warnings()) {
            out.write("- Warning: " + Markdown.text(warning.message()) + "\n");
        }
        problems(result.problems());
        if (!result.notChecked().isEmpty()) {
            out.write("\n## Not checked\n\n");
            for (NotChecked rule : result.notChecked()) {
                out.write("- " + rule.code() + ": " + Markdown.text(rule.reason()) + "\n");
            }
        }
        completeness(result.completeness());
    }

    private void inputs(ValidationResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("File", "Rows read", "Used", "Excluded", "Rejected", "SHA-256"));
        List<InputSummary> exports = InputSummary.ofSessions(result.inputs());
        exports.forEach(input -> rows.add(row(input.file(), input.rows(), input.sha256())));
        if (exports.size() > 1) {
            rows.add(row("all", result.rows(), ""));
        }
        result.inputs().stream()
                .filter(input -> input.content() != Content.SESSIONS)
                .forEach(input -> rows.add(row(DataSection.label(input), input.rows(), input.sha256())));
        table(rows, 1, 5);
    }

    private void selection(ValidationResult result) throws IOException {
        RowCounts rows = result.rows();
        if (!rows.excludedBy().isEmpty()) {
            out.write("\n" + Markdown.text(DataSection.excluded(rows)) + ".\n");
        }
        ValidationResult.Settings settings = result.settings();
        List<String> filters = DataSection.filters(settings.where(), settings.from(), settings.to());
        if (!filters.isEmpty()) {
            out.write("\nOnly sessions with: " + Markdown.text(String.join("; ", filters)) + ".\n");
        }
    }

    private static List<String> row(String file, RowCounts rows, String sha256) {
        return List.of(
                file,
                Quantity.count(rows.read()),
                Quantity.count(rows.used()),
                Quantity.count(rows.excluded()),
                Quantity.count(rows.rejected()),
                sha256);
    }

    private void problems(List<Problem> problems) throws IOException {
        if (problems.isEmpty()) {
            return;
        }
        out.write("\n## Problems\n\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Code", "Severity", "Count", "What"));
        problems.forEach(problem -> rows.add(ValidationWords.row(problem)));
        table(rows, 2, 3);
        for (Problem problem : problems) {
            out.write("\n### " + Markdown.text(ValidationWords.heading(problem)) + "\n\n");
            for (Example example : problem.examples()) {
                out.write("- " + Markdown.text(ValidationWords.sentence(example)) + "\n");
            }
            String more = ValidationWords.more(problem);
            out.write(more.isEmpty() ? "" : "\n" + more + "\n");
        }
    }

    private void completeness(Completeness completeness) throws IOException {
        CompletenessTables tables = new CompletenessTables(completeness);
        out.write("\n## " + ValidationWords.COMPLETENESS + "\n\n" + ValidationWords.share(completeness) + "\n\n");
        table(tables.overall().rows(), 1, 3);
        List<CompletenessTables.Cells> months = tables.byMonth();
        if (!months.isEmpty()) {
            out.write("\n" + ValidationWords.byMonth(completeness) + "\n");
        }
        for (CompletenessTables.Cells month : months) {
            out.write("\n");
            table(month.rows(), 1, month.rows().get(0).size());
        }
    }

    /** A table with a header; the columns from one place up to another are numbers. */
    private void table(List<List<String>> rows, int from, int to) throws IOException {
        out.write(Markdown.row(rows.get(0)));
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < rows.get(0).size(); i++) {
            line.append(i >= from && i < to ? "--:|" : "---|");
        }
        out.write(line.append('\n').toString());
        for (List<String> row : rows.subList(1, rows.size())) {
            out.write(Markdown.row(row));
        }
    }
}
