package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.Session;

/**
 * An event that results show: one that the export declares, or a composite of several.
 *
 * @param name its name
 * @param severity minor, major, or any
 * @param components the places of its events in the layout; one for a declared event
 * @param composite whether it is any, any_minor or any_major
 */
record ReportedEvent(String name, String severity, List<Integer> components, boolean composite)
        implements Serializable {

    /** The declared events, then any, any_minor and any_major. */
    static List<ReportedEvent> of(List<AdverseEvent> declared) {
        List<ReportedEvent> reported = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            AdverseEvent event = declared.get(i);
            reported.add(new ReportedEvent(event.name(), event.major() ? "major" : "minor", List.of(i), false));
        }
        List<Integer> all = IntStream.range(0, declared.size()).boxed().toList();
        reported.add(new ReportedEvent("any", "any", all, true));
        reported.add(new ReportedEvent("any_minor", "minor", ofSeverity(declared, all, false), true));
        reported.add(new ReportedEvent("any_major", "major", ofSeverity(declared, all, true), true));
        return reported;
    }

    private static List<Integer> ofSeverity(List<AdverseEvent> declared, List<Integer> all, boolean major) {
        return all.stream().filter(i -> declared.get(i).major() == major).toList();
    }

    /** Yes if a component is yes, no only if every component is recorded no. */
    Answer answer(Session session) {
        boolean complete = !components.isEmpty();
        for (int component : components) {
            Answer answer = session.answer(component);
            if (answer == Answer.YES) {
                return Answer.YES;
            }
            complete &= answer == Answer.NO;
        }
        return complete ? Answer.NO : Answer.NOT_RECORDED;
    }

    /** Whether some component is recorded. */
    boolean isPartlyRecorded(Session session) {
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
