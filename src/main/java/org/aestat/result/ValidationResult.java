package org.aestat.result;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with exports, and how completely they are recorded. Nothing in it holds the content of a cell.
 *
 * @param version the version of aestat
 * @param inputs the inputs, in the order given
 * @param patients patients with a used session
 * @param settings the choices made
 * @param problems what is wrong, by code; codes without a problem are left out
 * @param notChecked rules that the run could not apply
 * @param completeness how completely the used sessions are recorded
 * @param warnings what the reader has to know of the input
 */
public record ValidationResult(
        String version,
        List<InputSummary> inputs,
        long patients,
        Settings settings,
        List<Problem> problems,
        List<NotChecked> notChecked,
        Completeness completeness,
        List<Warning> warnings) {

    /** Copies the lists. */
    public ValidationResult {
        inputs = List.copyOf(inputs);
        problems = List.copyOf(problems);
        notChecked = List.copyOf(notChecked);
        warnings = List.copyOf(warnings);
    }

    /** The rows of all inputs of sessions together. */
    public RowCounts rows() {
        return InputSummary.sessions(inputs);
    }

    /** How many problems of a severity there are. */
    public long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .mapToLong(Problem::count)
                .sum();
    }

    /**
     * The choices that the result depends on.
     *
     * @param where the filters, {@code COLUMN=VALUE}
     * @param from the first date, or an empty string
     * @param to the last date, or an empty string
     * @param asOf the day after which no session can be, or an empty string
     * @param listed how many problems of a code are listed, null for all
     * @param preset the program that wrote the exports, or null if none was stated
     * @param dictionary the data dictionary of its project, or null if none was given
     */
    public record Settings(
            List<String> where,
            String from,
            String to,
            String asOf,
            @Nullable Integer listed,
            @Nullable String preset,
            @Nullable String dictionary) {

        /** Copies the list. */
        public Settings {
            where = List.copyOf(where);
        }
    }

    /** How bad a problem is. */
    public enum Severity {
        /** The rows cannot be right as they are. */
        ERROR,
        /** The rows are unlikely to be right, but may be. */
        WARNING;

        /** The word for it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All problems of one code.
     *
     * @param code the stable code
     * @param severity how bad they are
     * @param sentence what is wrong
     * @param count how many there are
     * @param examples the first of them, by file and line, or all
     */
    public record Problem(String code, Severity severity, String sentence, long count, List<Example> examples) {

        /** Copies the list. */
        public Problem {
            examples = List.copyOf(examples);
        }
    }

    /**
     * One problem.
     *
     * @param file the export's name
     * @param line the physical line on which the row starts, from 1
     * @param column the column as the header has it, or null where the row as a whole is at fault
     * @param found the shape of what was found
     * @param expected what would have been accepted
     */
    public record Example(String file, long line, @Nullable String column, String found, String expected) {}

    /**
     * A rule that was not applied.
     *
     * @param code the code of its problems
     * @param reason what it lacks
     */
    public record NotChecked(String code, String reason) {}

    /**
     * How completely sessions are recorded.
     *
     * @param rows the used sessions
     * @param undated used sessions without a date, which are in no month
     * @param months the months in which there are used sessions, ascending
     * @param columns the columns, in the order of the headers
     */
    public record Completeness(long rows, long undated, List<Month> months, List<Column> columns) {

        /** Copies the lists. */
        public Completeness {
            months = List.copyOf(months);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A month.
     *
     * @param month year and month, {@code 2025-01}
     * @param rows the used sessions in it
     */
    public record Month(String month, long rows) {}

    /**
     * How completely a column is recorded.
     *
     * @param column its canonical name, or the header's text
     * @param recorded the used sessions that have a value
     * @param byMonth the same for each month of {@link Completeness#months()}
     */
    public record Column(String column, long recorded, List<Long> byMonth) {

        /** Copies the list. */
        public Column {
            byMonth = List.copyOf(byMonth);
        }
    }
}
