package org.aestat.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aestat.result.EventSeverity;
import org.aestat.result.EventSeverity.AtLeast;
import org.aestat.result.EventSeverity.ClassRate;
import org.aestat.result.EventSeverity.DurationRow;
import org.aestat.result.EventSeverity.Durations;
import org.aestat.result.EventSeverity.GradeCount;
import org.aestat.session.Grade;

/** How severe the graded events were: rates from a grade on, the worst grade of each patient, durations. */
final class SeveritySection {

    private final Page page;
    private final String level;

    SeveritySection(Page page, double confidence) {
        this.page = page;
        this.level = Percent.exact(confidence);
    }

    void write(List<EventSeverity> severity) {
        List<EventSeverity> overall = severity.stream()
                .filter(s -> s.stratum().isOverall())
                .sorted(Comparator.comparing(s -> !Names.isComposite(s.event())))
                .toList();
        List<EventSeverity> strata =
                severity.stream().filter(s -> !s.stratum().isOverall()).toList();
        page.heading("Severity");
        rates(overall);
        strata(overall, strata);
        worst(overall, strata);
        durations(overall);
    }

    private static String event(EventSeverity severity) {
        return Names.capitalised(Names.event(severity.event()));
    }

    private static String name(EventSeverity severity, Grade grade) {
        String what = Names.event(severity.event()) + " from " + grade.word() + " on";
        return severity.stratum().isOverall() ? what : what + " (" + Names.values(severity.stratum(), "") + ")";
    }

    private void rates(List<EventSeverity> overall) {
        RateTable table = new RateTable(level, "Event");
        for (EventSeverity severity : overall) {
            table.group(event(severity));
            for (AtLeast atLeast : severity.atLeast()) {
                table.row("  at least " + atLeast.grade().word(), atLeast.rate(), name(severity, atLeast.grade()));
            }
        }
        table.writeTo(
                page,
                "Per session: of the sessions with an answer (assessed), the share with the event from a "
                        + "grade on.");
        Notes ungraded = new Notes();
        for (EventSeverity severity : overall) {
            long sessions = severity.ungraded().sessions();
            if (sessions > 0) {
                ungraded.add(
                        "A yes without a grade is at least mild; what is more is not recorded",
                        Names.event(severity.event()) + " at " + Quantity.of(sessions, "session"));
            }
        }
        ungraded.writeTo(page);
    }

    /** The grades above mild that some session has; the rates from mild on stand among the events. */
    private void strata(List<EventSeverity> overall, List<EventSeverity> strata) {
        if (strata.isEmpty()) {
            return;
        }
        String columns = Names.columns(strata.get(0).stratum());
        RateTable table = new RateTable(level, columns);
        boolean seen = false;
        for (EventSeverity all : overall) {
            for (int i = 1; i < all.atLeast().size(); i++) {
                AtLeast atLeast = all.atLeast().get(i);
                if (atLeast.rate().counts().events() > 0) {
                    seen = true;
                    table.group(event(all) + ", at least " + atLeast.grade().word());
                    for (EventSeverity severity : ofEvent(all, strata)) {
                        String label = "  " + Names.values(severity.stratum(), "all sessions");
                        String name = name(severity, atLeast.grade());
                        table.row(label, severity.atLeast().get(i).rate(), name);
                    }
                }
            }
        }
        if (seen) {
            table.writeTo(page, "Per session, by " + columns + ": the grades above mild that were recorded.");
        }
    }

    private static List<EventSeverity> ofEvent(EventSeverity all, List<EventSeverity> strata) {
        List<EventSeverity> rows = new ArrayList<>(List.of(all));
        strata.stream().filter(s -> s.event().equals(all.event())).forEach(rows::add);
        return rows;
    }

    private void worst(List<EventSeverity> overall, List<EventSeverity> strata) {
        TextTable table = new TextTable().text("Event").number("Patients", "assessed");
        overall.get(0).worstGrade().forEach(count -> table.number(heading(count.grade())));
        table.number("Grade not", "recorded");
        Notes beside = new Notes();
        for (EventSeverity all : overall) {
            if (strata.isEmpty()) {
                worst(table, event(all), all);
            } else {
                table.group(event(all));
                ofEvent(all, strata).forEach(s -> worst(table, "  " + Names.values(s.stratum(), "all sessions"), s));
            }
            long patients = all.ungraded().patientsBesideGraded();
            if (patients > 0) {
                beside.add(
                        "Counted by their worst recorded grade, although they also had the event without a grade",
                        Quantity.of(patients, "patient") + " with " + Names.event(all.event()));
            }
        }
        page.table("Per patient: how many had which grade as their worst.", table);
        beside.writeTo(page);
    }

    private static String[] heading(Grade grade) {
        return grade == Grade.LIFE_THREATENING
                ? new String[] {"Life-", "threat."}
                : new String[] {Names.capitalised(grade.word())};
    }

    private static void worst(TextTable table, String label, EventSeverity severity) {
        long ungraded = severity.ungraded().patients();
        long graded =
                severity.worstGrade().stream().mapToLong(GradeCount::patients).sum();
        List<String> cells = new ArrayList<>(List.of(label, Quantity.count(graded + ungraded)));
        severity.worstGrade().forEach(count -> cells.add(Quantity.count(count.patients())));
        cells.add(Quantity.count(ungraded));
        table.row(cells);
    }

    private void durations(List<EventSeverity> overall) {
        TextTable table = new TextTable()
                .text("Lasted")
                .number("Mild")
                .number("Medium")
                .number("Severe")
                .number("Grade not", "recorded");
        RateTable classes = new RateTable(level, "Class");
        Notes unanswered = new Notes();
        for (EventSeverity severity : overall) {
            Durations durations = severity.durations();
            if (durations != null) {
                table.group(event(severity));
                durations.rows().forEach(row -> duration(table, row));
                classes.group(event(severity));
                durations.classes().forEach(rate -> category(classes, rate));
                if (durations.eventNotRecorded() > 0) {
                    unanswered.add(
                            "Left out, because hours are recorded but not whether the event happened",
                            Names.event(severity.event()) + " at "
                                    + Quantity.of(durations.eventNotRecorded(), "session"));
                }
            }
        }
        if (table.isEmpty()) {
            return;
        }
        page.table(
                "Sessions with the event by how long it lasted: hours (less than 24 h), days (less than 7 days), "
                        + "weeks. Medium is grade 2, severe grade 3 and above.",
                table);
        unanswered.writeTo(page);
        classes.writeTo(
                page,
                "Classes of Carnes et al. 2010: major is weeks and medium or severe, or days and severe; moderate is "
                        + "weeks and mild, or days and medium; mild is hours and mild. On hours and more than mild, and "
                        + "on days and mild, their panel did not agree: not classified.");
    }

    private static void duration(TextTable table, DurationRow row) {
        table.row(
                "  " + row.duration(),
                Quantity.count(row.mild()),
                Quantity.count(row.medium()),
                Quantity.count(row.severe()),
                Quantity.count(row.gradeNotRecorded()));
    }

    private static void category(RateTable table, ClassRate rate) {
        table.row("  " + rate.category(), rate.rate(), Names.event(rate.rate().event()) + " as " + rate.category());
    }
}
