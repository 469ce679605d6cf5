package org.aestat.stat;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks in the order of time, checked to be cumulative counts.
 *
 * @param looks the looks
 */
record LookSeries(List<SequentialLook> looks) {

    /** The statistic of one look. */
    @FunctionalInterface
    interface Statistic {
        double at(long events, double exposure);
    }

    LookSeries {
        looks = List.copyOf(looks);
        long events = 0;
        double exposure = 0;
        for (SequentialLook look : looks) {
            if (look.events() < events || look.exposure() < exposure) {
                throw new IllegalArgumentException("counts are not cumulative: " + look.events() + " events in "
                        + look.exposure() + " after " + events + " in " + exposure);
            }
            events = look.events();
            exposure = look.exposure();
        }
    }

    /** Looks at whole sessions, each of which has one event at most. */
    static LookSeries ofSessions(List<SequentialLook> looks) {
        LookSeries series = new LookSeries(looks);
        long events = 0;
        double sessions = 0;
        for (SequentialLook look : looks) {
            if (look.exposure() != Math.rint(look.exposure())) {
                throw new IllegalArgumentException("number of sessions is not whole: " + look.exposure());
            }
            if (look.events() - events > look.exposure() - sessions) {
                throw new IllegalArgumentException((look.events() - events) + " more events in "
                        + (long) (look.exposure() - sessions) + " more sessions");
            }
            events = look.events();
            sessions = look.exposure();
        }
        return series;
    }

    /** A likelihood ratio at every look; those within the length and with enough events may signal. */
    SequentialOutcome likelihoodRatios(double length, int leastEvents, double criticalValue, Statistic ratio) {
        List<Double> path = new ArrayList<>();
        Integer signal = null;
        boolean isOver = false;
        for (SequentialLook look : looks) {
            double value = ratio.at(look.events(), look.exposure());
            boolean counts = look.exposure() <= length && look.events() >= leastEvents;
            if (signal == null && counts && value > 0 && value >= criticalValue) {
                signal = path.size();
            }
            isOver |= signal != null || look.exposure() >= length;
            path.add(value);
        }
        return new SequentialOutcome(path, signal, isOver);
    }
}
