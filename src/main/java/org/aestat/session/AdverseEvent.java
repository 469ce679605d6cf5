package org.aestat.session;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of adverse event.
 *
 * @param name the canonical name, as in the export's header
 * @param major whether the event counts in {@code any_major}; otherwise it counts in {@code any_minor}
 * @param graded whether the mapping says that the export grades it; a grade among its cells says so too
 */
public record AdverseEvent(String name, boolean major, boolean graded) implements Serializable {

    /** The events every export may record, in the order in which results show them. */
    public static final List<AdverseEvent> CANONICAL = Stream.concat(
                    Stream.of(
                                    "bruising",
                                    "bleeding",
                                    "pain_during",
                                    "pain_after_session",
                                    "fatigue",
                                    "fainting",
                                    "stiffness",
                                    "dizziness",
                                    "nausea",
                                    "headache",
                                    "drowsiness",
                                    "aggravation")
                            .map(name -> new AdverseEvent(name, false)),
                    Stream.of(
                                    "infection",
                                    "pneumothorax",
                                    "excessive_bleeding",
                                    "prolonged_aggravation",
                                    "allergic_reaction",
                                    "nerve_injury",
                                    "broken_needle")
                            .map(name -> new AdverseEvent(name, true)))
            .toList();

    /** An event of which nothing is said about grades. */
    public AdverseEvent(String name, boolean major) {
        this(name, major, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdverseEvent event
                && event.name.equals(name)
                && event.major == major
                && event.graded == graded;
    }

    /** Written out, as Java puts together those of a record at run time, at every start. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
