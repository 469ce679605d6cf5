package org.aestat.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.ValidationResult;
import org.aestat.result.ValidationResult.Column;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.Example;
import org.aestat.result.ValidationResult.Month;
import org.aestat.result.ValidationResult.Problem;
import org.aestat.result.ValidationResult.Settings;
import org.aestat.result.ValidationResult.Severity;

/** What is wrong with exports, for programs: the schema {@code aestat-result/1}. */
final class ValidationJson {

    private static final int DATA = 3;

    private final JsonFields json;

    private record MonthOfColumn(Month month, long recorded) {}

    ValidationJson(JsonFields json) {
        this.json = json;
    }

    void write(ValidationResult result) throws IOException {
        RunJson run = new RunJson(json);
        run.head(result.version(), "validate");
        run.read(result.inputs(), result.rows(), result.patients());
        json.object("settings", result.settings(), this::settings);
        json.array("problems", result.problems(), this::problem);
        json.array("notChecked", result.notChecked(), rule -> {
            json.text("code", rule.code());
            json.text("reason", rule.reason());
        });
        json.object("completeness", result.completeness(), this::completeness);
        boolean fails = result.count(Severity.ERROR) > 0;
        json.object("exit", fails, exit -> {
            json.count("code", exit ? (long) DATA : 0);
            json.counts("applies", exit ? List.of(DATA) : List.of());
        });
        run.warnings(result.warnings());
    }

    private void settings(Settings settings) throws IOException {
        json.texts("where", settings.where());
        json.text("from", RunJson.given(settings.from()));
        json.text("to", RunJson.given(settings.to()));
        json.text("asOf", RunJson.given(settings.asOf()));
        Integer listed = settings.listed();
        json.count("listed", listed == null ? null : (long) listed);
        json.text("preset", settings.preset());
        json.text("dictionary", settings.dictionary());
    }

    private void problem(Problem problem) throws IOException {
        json.text("code", problem.code());
        json.text("severity", problem.severity().label());
        json.text("problem", problem.sentence());
        json.count("count", problem.count());
        json.array("examples", problem.examples(), this::example);
    }

    private void example(Example example) throws IOException {
        json.text("file", example.file());
        json.count("line", example.line());
        json.text("column", example.column());
        json.text("found", example.found());
        json.text("expected", example.expected());
    }

    private void completeness(Completeness completeness) throws IOException {
        json.count("rows", completeness.rows());
        json.count("undated", completeness.undated());
        json.array("columns", completeness.columns(), column -> column(column, completeness));
    }

    private void column(Column column, Completeness completeness) throws IOException {
        json.text("column", column.column());
        json.count("recorded", column.recorded());
        if (completeness.rows() == 0) {
            json.notEstimable("no session is used");
        } else {
            json.number("share", (double) column.recorded() / completeness.rows());
        }
        List<MonthOfColumn> months = new ArrayList<>();
        for (int i = 0; i < completeness.months().size(); i++) {
            months.add(new MonthOfColumn(
                    completeness.months().get(i), column.byMonth().get(i)));
        }
        json.array("months", months, cell -> {
            json.text("month", cell.month().month());
            json.count("rows", cell.month().rows());
            json.count("recorded", cell.recorded());
            json.number("share", (double) cell.recorded() / cell.month().rows());
        });
    }
}
