package org.aestat.pipeline;

import java.util.HashMap;
import java.util.Map;
import org.aestat.csv.ProblemCode;
import org.aestat.session.Session;

/** A therapist should be at one site a day; of each further site the first session is reported. */
final class TherapistDays {

    private final SessionReport report;
    private final int therapist;
    private final int site;
    private final Map<Day, Integer> days = new HashMap<>();
    private final Map<Visit, Integer> visits = new HashMap<>();

    private record Day(int therapist, int date) {}

    private record Visit(Day day, int site) {}

    TherapistDays(SessionReport report) {
        this.report = report;
        this.therapist = report.table().layout().category("therapist");
        this.site = report.table().layout().category("site");
    }

    void check(Session session) {
        if (therapist < 0 || site < 0 || !session.hasDate()) {
            return;
        }
        int name = session.category(therapist);
        int place = session.category(site);
        if (name == 0 || place == 0) {
            return;
        }
        Day day = new Day(name, session.date());
        int first = days.merge(day, session.row(), (earlier, later) -> earlier);
        boolean isNew = visits.putIfAbsent(new Visit(day, place), session.row()) == null;
        if (isNew && first != session.row()) {
            report.add(
                    ProblemCode.TWO_SITES,
                    session.row(),
                    "site",
                    "another site than that of the therapist on the same day in " + report.place(first, session.row()),
                    "one site a day for a therapist");
        }
    }
}
