package org.aestat.render;

import java.util.List;
import org.aestat.result.ValidationResult;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.Problem;

/** What is wrong with exports, on a page. */
final class ValidationSection {

    private final Page page;

    ValidationSection(Page page) {
        this.page = page;
    }

    void write(ValidationResult result) {
        page.heading(ValidationWords.TITLE);
        page.paragraph(ValidationWords.verdict(result));
        ValidationResult.Settings settings = result.settings();
        DataSection data = new DataSection(page);
        data.accounting(
                result.inputs(),
                result.patients(),
                DataSection.filters(settings.where(), settings.from(), settings.to()),
                List.of());
        data.decisions(result.inputs());
        data.warnings(result.warnings());
        problems(result.problems());
        if (!result.notChecked().isEmpty()) {
            page.heading("Not checked");
            page.space();
            result.notChecked().forEach(rule -> page.item(rule.code() + ": " + rule.reason() + "."));
        }
        completeness(result.completeness());
    }

    private void problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        page.heading("Problems");
        TextTable table =
                new TextTable().text("Code").text("Severity").number("Count").yieldingText("What");
        problems.forEach(problem -> table.row(ValidationWords.row(problem)));
        page.table(table);
        for (Problem problem : problems) {
            page.paragraph(ValidationWords.heading(problem));
            problem.examples().forEach(example -> page.item(ValidationWords.sentence(example)));
            String more = ValidationWords.more(problem);
            if (!more.isEmpty()) {
                page.continued(more);
            }
        }
    }

    private void completeness(Completeness completeness) {
        CompletenessTables tables = new CompletenessTables(completeness);
        page.heading(ValidationWords.COMPLETENESS);
        page.table(ValidationWords.share(completeness), table(tables.overall()));
        List<CompletenessTables.Cells> months = tables.byMonth();
        if (!months.isEmpty()) {
            page.paragraph(ValidationWords.byMonth(completeness));
            months.forEach(month -> page.table(table(month)));
        }
    }

    private static TextTable table(CompletenessTables.Cells cells) {
        TextTable table = new TextTable();
        List<String> header = cells.rows().get(0);
        table.text(header.get(0));
        header.subList(1, header.size()).forEach(table::number);
        cells.rows().stream().skip(1).forEach(table::row);
        return table;
    }
}
