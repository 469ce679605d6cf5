package org.aestat.render;

import org.aestat.result.SorenessResult;
import org.jspecify.annotations.Nullable;

/** Shares and their limits in table cells, as percentages under a heading that has the sign. */
final class ShareText {

    private ShareText() {}

    /** A share, or the range it is known to lie in. */
    static String of(SorenessResult.Share share) {
        if (share.probability() != null) {
            return Percent.number(share.probability());
        }
        return bound(share.lowerBound()) + " to " + bound(share.upperBound());
    }

    /** The limits that exist. */
    static String limits(@Nullable Double lower, @Nullable Double upper) {
        return lower == null && upper == null ? "-" : bound(lower) + " to " + bound(upper);
    }

    private static String bound(@Nullable Double bound) {
        return bound == null ? QuantileText.UNKNOWN : Percent.number(bound);
    }
}
