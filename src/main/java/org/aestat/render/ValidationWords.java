package org.aestat.render;

import java.util.List;
import org.aestat.result.ValidationResult;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.Example;
import org.aestat.result.ValidationResult.Problem;
import org.aestat.result.ValidationResult.Severity;

/** The sentences about an export that its reports share. */
final class ValidationWords {

    static final String TITLE = "Is the export fit for use?";
    static final String COMPLETENESS = "How completely sessions are recorded";

    private ValidationWords() {}

    static String verdict(ValidationResult result) {
        long errors = result.count(Severity.ERROR);
        long warnings = result.count(Severity.WARNING);
        String counts = (errors == 0 ? "no errors" : Quantity.of(errors, "error")) + " and "
                + (warnings == 0 ? "no warnings" : Quantity.of(warnings, "warning"));
        return (errors == 0 ? "Yes: " : "No: ") + counts + ".";
    }

    static List<String> row(Problem problem) {
        return List.of(problem.code(), problem.severity().label(), Quantity.count(problem.count()), problem.sentence());
    }

    static String heading(Problem problem) {
        return problem.code() + ": " + problem.sentence();
    }

    static String sentence(Example example) {
        return example.file() + ", line " + example.line()
                + (example.column() == null ? "" : ", column " + example.column()) + ": found " + example.found()
                + ", expected " + example.expected() + ".";
    }

    /** What is said of problems that are not listed; empty where all are. */
    static String more(Problem problem) {
        long more = problem.count() - problem.examples().size();
        return more == 0 ? "" : "And " + Quantity.count(more) + " more; --all lists every one.";
    }

    static String share(Completeness completeness) {
        return "Of " + Quantity.of(completeness.rows(), "used session") + ", those with a value in each column.";
    }

    static String byMonth(Completeness completeness) {
        return "By month, in percent of its sessions. Columns that every session has are left out."
                + (completeness.undated() == 0
                        ? ""
                        : " Without a date and in no month: " + Quantity.of(completeness.undated(), "session") + ".");
    }
}
