package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
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
record ReportedEvent(String name, String severity, List<Integer> components, boolean composite, Grade atLeast)
        implements SessionEvent {

    /** The declared events, then any, any_minor and any_major. */
    static List<ReportedEvent> of(List<AdverseEvent> declared) {
        List<ReportedEvent> reported = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            AdverseEvent event = declared.get(i);
            String severity = event.major() ? "major" : "minor";
            reported.add(new ReportedEvent(event.name(), severity, List.of(i), false, Grade.MILD));
        }
        List<Integer> all = IntStream.range(0, declared.size()).boxed().toList();
        reported.add(composite("any", "any", all));
        reported.add(composite("any_minor", "minor", ofSeverity(declared, all, false)));
        reported.add(composite("any_major", "major", ofSeverity(declared, all, true)));
        return reported;
    }

    private static ReportedEvent composite(String name, String severity, List<Integer> components) {
        return new ReportedEvent(name, severity, components, true, Grade.MILD);
    }

    private static List<Integer> ofSeverity(List<AdverseEvent> declared, List<Integer> all, boolean major) {
        return all.stream().filter(i -> declared.get(i).major() == major).toList();
    }

    /** The same event, counted from another grade on. */
    ReportedEvent atLeast(Grade grade) {
        return new ReportedEvent(name, severity, components, composite, grade);
    }

    /** Yes if a component is yes, no only if every component is recorded no. */
    @Override
    public Answer answer(Session session) {
        boolean complete = !components.isEmpty();
        for (int component : components) {
            Answer answer = answer(session, component);
            if (answer == Answer.YES) {
                return Answer.YES;
            }
            complete &= answer == Answer.NO;
        }
        return complete ? Answer.NO : Answer.NOT_RECORDED;
    }

    /** A yes without a grade is at least mild; whether it is more is not recorded. */
    private Answer answer(Session session, int component) {
        Answer answer = session.answer(component);
        if (answer != Answer.YES || atLeast == Grade.MILD) {
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
        if (composite) {
            for (int component : components) {
                if (session.answer(component).isRecorded()) {
                    return true;
                }
            }
        }
        return false;
    }
}
