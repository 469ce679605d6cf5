package org.aestat.publish;

import java.util.ArrayList;
import java.util.List;
import org.aestat.publish.PublishedReport.Share;
import org.jspecify.annotations.Nullable;

/**
 * The points of a curve that may be published: between one and the next, and before the first, more happened than the
 * limit, and after each either nothing or more than the limit is left. Their shares are rounded to 5 percentage points.
 */
final class CoarseCurve {

    private static final long STEPS = 20;

    private final long limit;
    private final long size;
    private final List<Share> shares = new ArrayList<>();
    private long before;

    /**
     * A curve without points.
     *
     * @param size how many sessions or courses are in it
     * @param limit the largest small count
     */
    CoarseCurve(long size, long limit) {
        this.size = size;
        this.limit = limit;
    }

    /**
     * Takes a point, if it may be published.
     *
     * @param at its time, later than the last one
     * @param reached how many had got there by then
     * @param left how many had left the curve by then, those included
     * @param share the share by then
     * @param lower its lower limit, or null
     * @param upper its upper limit, or null
     */
    void point(double at, long reached, long left, double share, @Nullable Double lower, @Nullable Double upper) {
        long after = size - left;
        if (reached - before > limit && (after == 0 || after > limit)) {
            before = reached;
            shares.add(new Share(
                    at,
                    (double) Math.round(share * STEPS) / STEPS,
                    lower == null ? null : Double.valueOf(Math.floor(lower * STEPS) / STEPS),
                    upper == null ? null : Double.valueOf(Math.min(1, Math.ceil(upper * STEPS) / STEPS))));
        }
    }

    List<Share> shares() {
        return List.copyOf(shares);
    }
}
