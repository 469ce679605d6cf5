package org.aestat.csv;

import java.util.List;
import java.util.stream.Collectors;
import org.aestat.csv.MappingProposal.Seen;

/** Lists what cells look like. */
final class Shapes {

    private static final int MOST = 6;

    private Shapes() {}

    /** Shapes with their counts, "yes (3), 4 digits (2)". */
    static String joined(List<Seen> seen) {
        String joined = seen.stream()
                .limit(MOST)
                .map(shape -> shape.shape() + " (" + shape.count() + ")")
                .collect(Collectors.joining(", "));
        return seen.size() > MOST ? joined + ", and others" : joined;
    }
}
