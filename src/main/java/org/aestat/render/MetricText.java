package org.aestat.render;

import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Unit;

/** Values of the metric of a threshold, with its unit. */
final class MetricText {

    private final ThresholdResult threshold;

    MetricText(ThresholdResult threshold) {
        this.threshold = threshold;
    }

    /** What has to hold, "rate(pneumothorax) < 0.1 %". */
    String expression() {
        return threshold.metric() + " " + threshold.side().sign() + " " + limit();
    }

    /** A value of the metric, rounded. */
    String value(double value) {
        return isShare() ? Percent.of(value) : unrounded(value);
    }

    /** A confidence bound of the metric, with enough digits to be seen on its side of the limit. */
    String bound(double bound) {
        return isShare() ? Percent.apart(bound, threshold.limit()) : unrounded(bound);
    }

    private String limit() {
        return isShare() ? Percent.exact(threshold.limit()) : unrounded(threshold.limit());
    }

    /** Whether the metric is a difference of shares, which has percentage points. */
    static boolean isDifference(ThresholdResult threshold) {
        return threshold.metric().startsWith("change(");
    }

    private boolean isShare() {
        return threshold.unit() == Unit.FRACTION && !isDifference(threshold);
    }

    private String unrounded(double value) {
        return switch (threshold.unit()) {
            case FRACTION -> Percent.points(value);
            case COUNT -> Quantity.plain(value);
            case HOURS -> Quantity.plain(value) + " hours";
            case SESSIONS -> Quantity.plain(value) + " sessions";
        };
    }
}
