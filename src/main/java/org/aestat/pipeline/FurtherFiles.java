package org.aestat.pipeline;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.aestat.csv.EventFile;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.ExportReader;
import org.aestat.csv.RowProblem;
import org.aestat.csv.SubjectsFile;
import org.aestat.result.InputSummary;
import org.aestat.result.InputSummary.Content;
import org.aestat.result.RowCounts;
import org.aestat.result.Warning;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** The files beside the exports of sessions, where a run has them: of patients, and of adverse events. */
final class FurtherFiles implements AutoCloseable {

    private final DataRequest request;
    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable SubjectsFile subjects;
    private @Nullable EventFile file;
    private @Nullable EventsFile events;

    FurtherFiles(DataRequest request) {
        this.request = request;
    }

    /** Opens the file of patients, which exports of sessions are opened with. */
    @Nullable
    SubjectsFile openSubjects(InputStream standardInput) {
        if (request.subjects() != null) {
            subjects = SubjectsFile.open(request.subjects(), standardInput, request.reading());
        }
        return subjects;
    }

    /** Opens the file of events. */
    void openEvents(InputStream standardInput) {
        if (request.events() != null) {
            file = EventFile.open(request.events(), standardInput, request.reading());
        }
    }

    /**
     * Reads both, before the sessions are read.
     *
     * @param exports what the exports of sessions have
     * @param layout the layout without what the events say besides
     * @return the layout with it
     * @throws RequestException if the events cannot be joined, before any row is read
     */
    SessionLayout read(List<ExportColumns> exports, SessionLayout layout) {
        if (file != null) {
            events = new EventsFile(file, exports, request.reading().mapping());
        }
        if (subjects != null) {
            subjects.read();
        }
        if (events == null) {
            return layout;
        }
        events.read();
        return events.with(layout);
    }

    /** Lets sessions of an export meet the events. */
    SessionCollector met(SessionCollector collector, ExportReader export) {
        return events == null
                ? collector
                : collector.meeting(events.index(), export.columns().fields().contains(Field.SITE));
    }

    /**
     * Joins the events to the sessions of a table, after all of these were read.
     *
     * @param table the sessions
     * @param rejected takes the problems of rejected rows, with the place of their file among these
     * @return what became of the rows of each file
     */
    List<InputSummary> join(SessionTable table, ObjIntConsumer<RowProblem> rejected) {
        List<InputSummary> inputs = new ArrayList<>();
        if (subjects != null) {
            subjects.problems().forEach(problem -> rejected.accept(problem, 0));
            inputs.add(summary(subjects));
        }
        if (events != null) {
            int place = inputs.size();
            inputs.add(events.join(table, problem -> rejected.accept(problem, place), warnings));
        }
        return inputs;
    }

    private static InputSummary summary(SubjectsFile subjects) {
        long rejected = subjects.problems().size();
        long excluded = subjects.rows() - subjects.used() - rejected;
        RowCounts counts = new RowCounts(subjects.rows(), subjects.used(), excluded, rejected);
        return new InputSummary(
                subjects.name(),
                subjects.bytes(),
                subjects.sha256(),
                counts,
                Content.SUBJECTS,
                subjects.decisions(),
                List.of());
    }

    /** What the reader has to know of the events, after they were joined. */
    List<Warning> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        if (subjects != null) {
            subjects.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
