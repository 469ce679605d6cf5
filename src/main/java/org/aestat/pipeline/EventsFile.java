package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.aestat.csv.EventFile;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.Mapping;
import org.aestat.csv.RowProblem;
import org.aestat.result.InputSummary;
import org.aestat.result.InputSummary.Content;
import org.aestat.result.Warning;
import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;

/** The adverse events of a run that stand in a file of their own: read before the sessions, joined after them. */
final class EventsFile {

    private final EventFile file;
    private final Mapping mapping;
    private final EventIndex index;

    /**
     * Reads a file of events.
     *
     * @param file the file
     * @param exports what the exports of sessions have
     * @param mapping what the file's columns and terms mean
     * @throws RequestException if it cannot be joined to them, before any row is read
     */
    EventsFile(EventFile file, List<ExportColumns> exports, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
        this.index = new EventIndex(
                EventKeys.of(file, exports, mapping), mapping.ignoredTerms().size());
    }

    /** Reads the rows. */
    void read() {
        file.read(index);
    }

    /** The rows by their sessions. */
    EventIndex index() {
        return index;
    }

    /** The layout with what the file says besides. */
    SessionLayout with(SessionLayout layout) {
        Set<String> names = new HashSet<>(index.names());
        names.addAll(mapping.completeEvents());
        layout.events().forEach(event -> names.add(event.name()));
        List<AdverseEvent> events = mapping.vocabulary().stream()
                .filter(event -> names.contains(event.name()))
                .toList();
        Set<Field> fields = new LinkedHashSet<>(layout.fields());
        fields.addAll(index.hours());
        return new SessionLayout(events, layout.categories(), layout.diaryMinutes(), fields);
    }

    /**
     * Joins the rows to the sessions of a table and fills it.
     *
     * @param rejections takes the problems of rejected rows
     * @param warnings takes what the reader has to know
     * @return what became of the rows
     */
    InputSummary join(SessionTable table, Consumer<RowProblem> rejections, List<Warning> warnings) {
        EventJoin join = new EventJoin(file, index, table, rejections);
        join.join();
        EventAnswers answers = new EventAnswers(table, join, Set.copyOf(mapping.completeEvents()), index.graded());
        answers.fill();
        warnings.addAll(warnings(join, answers));
        return new InputSummary(
                file.name(),
                file.bytes(),
                file.sha256(),
                join.counts(mapping.ignoredTerms()),
                Content.EVENTS,
                file.decisions(),
                mapping.completeEvents());
    }

    private List<Warning> warnings(EventJoin join, EventAnswers answers) {
        List<Warning> warnings = new ArrayList<>();
        file.notes().forEach(note -> warnings.add(new Warning("unused-column", note)));
        if (mapping.completeEvents().isEmpty()) {
            warnings.add(new Warning(
                    "events-not-complete",
                    "The mapping does not say that " + file.name() + " is complete: an event that it does not name is"
                            + " not recorded, never 'no', unless a column of the session says so. With complete = true"
                            + " in [events_file] it is 'no'."));
        }
        if (join.repeated() > 0) {
            warnings.add(new Warning(
                    "events-repeated",
                    file.name() + ": " + rows(join.repeated(), "says", "say")
                            + " what another row says of the same event at the same session, and is counted once."));
        }
        if (join.severalTimes() > 0) {
            warnings.add(new Warning(
                    "events-several-times",
                    file.name() + ": " + rows(join.severalTimes(), "is", "are")
                            + " about an event that its session has already. It is one event, with the worst grade."));
        }
        if (answers.besideHours() > 0) {
            warnings.add(new Warning(
                    "hours-without-event",
                    "At " + answers.besideHours() + (answers.besideHours() == 1 ? " session" : " sessions")
                            + " there are hours of an event that " + file.name() + " does not name. There it is not"
                            + " recorded."));
        }
        return warnings;
    }

    private static String rows(long count, String one, String several) {
        return count == 1 ? "1 row " + one : count + " rows " + several;
    }
}
