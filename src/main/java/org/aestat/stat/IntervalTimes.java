package org.aestat.stat;

import java.util.Map;
import java.util.TreeMap;

/** Times to an event known to lie in an interval (after, by], exactly where both are the same, or later than a time. */
public final class IntervalTimes {

    /** The upper end of an observation whose event had not happened when last seen. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private record Span(int after, int by) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            return after != other.after ? Integer.compare(after, other.after) : Integer.compare(by, other.by);
        }
    }

    private final TreeMap<Span, Long> counts = new TreeMap<>();

    /**
     * Adds observations that are alike.
     *
     * @param after the event came after this time, or exactly at it where {@code by} is the same; 0 or more
     * @param by the event came at or before this time, or {@link #UNBOUNDED}
     * @param number how many, positive
     */
    public void observe(int after, int by, long number) {
        if (!(after >= 0 && by >= after && number > 0)) {
            throw new IllegalArgumentException(number + " observations of (" + after + ", " + by + "]");
        }
        counts.merge(new Span(after, by), number, Long::sum);
    }

    /** Whether there is no observation. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The latest finite end of any observation. */
    public int lastTime() {
        return counts.keySet().stream()
                .mapToInt(span -> span.by() == UNBOUNDED ? span.after() : span.by())
                .max()
                .orElseThrow();
    }

    int size() {
        return counts.size();
    }

    void forEach(Visitor visitor) {
        for (Map.Entry<Span, Long> entry : counts.entrySet()) {
            visitor.visit(entry.getKey().after(), entry.getKey().by(), entry.getValue());
        }
    }

    interface Visitor {
        void visit(int after, int by, long number);
    }
}
