package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.EventSet;
import org.aestat.session.Grade;
import org.aestat.session.Session;

/**
 * An event that results show: one that the export declares, or a composite of several.
 *
 * @param name its name
 * @param severity minor, major, or any
 * @param components the places of its events in the layout; one for a declared event
 * @param composite whether it is any, any_minor or any_major
 * @param atLeast the grade from which on it counts
 */
record ReportedEvent(String name, String severity, EventSet components, boolean composite, Grade atLeast)
        implements SessionEvent {

    /** The declared events, then any, any_minor and any_major. */
    static List<ReportedEvent> of(List<AdverseEvent> declared) {
        List<ReportedEvent> reported = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            AdverseEvent event = declared.get(i);
            String severity = event.major() ? "major" : "minor";
            reported.add(new ReportedEvent(event.name(), severity, new EventSet(i), false, Grade.MILD));
        }
        reported.add(composite("any", "any", having(declared, event -> true)));
        reported.add(composite("any_minor", "minor", having(declared, event -> !event.major())));
        reported.add(composite("any_major", "major", having(declared, AdverseEvent::major)));
        return reported;
    }

    private static ReportedEvent composite(String name, String severity, EventSet components) {
        return new ReportedEvent(name, severity, components, true, Grade.MILD);
    }

    private static EventSet having(List<AdverseEvent> declared, Predicate<AdverseEvent> property) {
        return new EventSet(IntStream.range(0, declared.size())
                .filter(i -> property.test(declared.get(i)))
                .toArray());
    }

    /** The same event, counted from another grade on. */
    ReportedEvent atLeast(Grade grade) {
        return new ReportedEvent(name, severity, components, composite, grade);
    }

    /** Yes if a component is yes, no only if every component is recorded no. */
    @Override
    public Answer answer(Session session) {
        Answer any = session.anyOf(components);
        return any != Answer.YES || atLeast == Grade.MILD ? any : graded(session);
    }

    private Answer graded(Session session) {
        boolean complete = true;
        for (int i = 0; i < components.size(); i++) {
            Answer answer = graded(session, components.get(i));
            if (answer == Answer.YES) {
                return Answer.YES;
            }
            complete &= answer == Answer.NO;
        }
        return complete ? Answer.NO : Answer.NOT_RECORDED;
    }

    /** A yes without a grade is at least mild; whether it is more is not recorded. */
    private Answer graded(Session session, int component) {
        Answer answer = session.answer(component);
        if (answer != Answer.YES) {
            return answer;
        }
        Grade grade = session.grade(component);
        if (grade == null) {
            return Answer.NOT_RECORDED;
        }
        return grade.isAtLeast(atLeast) ? Answer.YES : Answer.NO;
    }

    /** Whether some component of a composite is recorded. */
    @Override
    public boolean isPartlyRecorded(Session session) {
        return composite && session.isAnyRecorded(components);
    }
}
