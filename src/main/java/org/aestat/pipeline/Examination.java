package org.aestat.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aestat.csv.ExportReader;
import org.aestat.csv.RowProblem;
import org.aestat.csv.RowTrace;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.NotChecked;
import org.aestat.result.ValidationResult.Problem;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * Looks for every problem while a data set is read, and afterwards for what sessions contradict in each other. Problems
 * of rejected rows are always found; of the others, those of sessions that the filters of the run let in.
 */
public final class Examination {

    private final @Nullable LocalDate asOf;
    private final Findings findings;
    private final @Nullable RejectedRows rejected;
    private final RowPlaces places = new RowPlaces();
    private final RecordedCells cells = new RecordedCells();
    private @Nullable SessionRules rules;

    /**
     * An examination.
     *
     * @param asOf the day after which no session can be, or null where that is not known
     * @param listed how many problems of each code are listed
     * @param rejected takes the rejected rows, or null
     */
    public Examination(@Nullable LocalDate asOf, int listed, @Nullable RejectedRows rejected) {
        this.asOf = asOf;
        this.findings = new Findings(listed);
        this.rejected = rejected;
    }

    /** Begins with inputs whose headers are read. */
    void begin(List<ExportReader> readers, List<String> names, SessionTable table, boolean patientsById) {
        List<List<String>> headers = new ArrayList<>();
        List<SessionReport.Input> inputs = new ArrayList<>();
        for (int file = 0; file < readers.size(); file++) {
            RowTrace trace = readers.get(file).trace();
            headers.add(trace.labels());
            cells.addFile(trace);
            inputs.add(
                    new SessionReport.Input(names.get(file), readers.get(file).columns()));
        }
        rules = new SessionRules(new SessionReport(inputs, table, places, findings), asOf, patientsById);
        if (rejected != null) {
            rejected.begin(headers);
        }
    }

    /** What is told of the rows of one input. */
    RowWatch watch(int file, RowTrace trace) {
        return new RowWatch() {
            @Override
            public void session(SessionDraft draft, long line, boolean used) {
                places.add(file, line, draft.age());
                if (used) {
                    cells.add(file, draft.date(), trace);
                }
            }

            @Override
            public void rejected(List<RowProblem> problems) {
                problems.forEach(problem -> findings.add(file, problem));
                if (rejected != null) {
                    rejected.row(file, problems, trace.cells());
                }
            }
        };
    }

    /**
     * Takes the problem of a row of a file that stands beside the exports.
     *
     * @param file the place of the file among the inputs
     * @param problem the problem
     */
    void rejected(int file, RowProblem problem) {
        findings.add(file, problem);
    }

    /** Ends after the last row. */
    void end() {
        rules().apply();
    }

    /** What was found, by code. */
    public List<Problem> problems() {
        return findings.list();
    }

    /** The rules that could not be applied. */
    public List<NotChecked> notChecked() {
        return rules().notChecked();
    }

    /** How completely the used sessions are recorded. */
    public Completeness completeness() {
        return cells.result();
    }

    private SessionRules rules() {
        if (rules == null) {
            throw new IllegalStateException("nothing was read");
        }
        return rules;
    }
}
