package org.aestat.render;

import java.math.BigDecimal;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Unit;

/** Values of the metric of a threshold, with its unit. */
final class MetricText {

    private static final String DIFFERENCE = "change(";

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

    private boolean isShare() {
        return threshold.unit() == Unit.FRACTION && !threshold.metric().startsWith(DIFFERENCE);
    }

    private String unrounded(double value) {
        return switch (threshold.unit()) {
            case FRACTION -> points(value);
            case COUNT -> Quantity.plain(value);
            case HOURS -> Quantity.plain(value) + " hours";
            case SESSIONS -> Quantity.plain(value) + " sessions";
        };
    }

    private static String points(double difference) {
        BigDecimal points = ShortestDecimal.of(difference).movePointRight(2);
        return Quantity.plain(points.doubleValue()) + " percentage points";
    }
}
