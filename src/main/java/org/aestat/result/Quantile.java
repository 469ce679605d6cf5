package org.aestat.result;

import org.jspecify.annotations.Nullable;

/**
 * A time or number of sessions at which a curve reaches a level.
 *
 * @param value the quantile, null where it is an interval or not estimable
 * @param lower lower confidence limit, or null
 * @param upper upper confidence limit, or null
 * @param from where the interval of possible quantiles opens, else null
 * @param to where it closes, else null
 * @param reason why there is no quantile, null where there is one
 */
public record Quantile(
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double from,
        @Nullable Double to,
        @Nullable String reason) {

    /** A quantile with the limits that exist. */
    public static Quantile at(double value, @Nullable Double lower, @Nullable Double upper) {
        return new Quantile(value, lower, upper, null, null, null);
    }

    /** A quantile known only to lie in an interval. */
    public static Quantile within(double from, double to) {
        return within(from, to, null, null);
    }

    /** A quantile known only to lie in an interval, with the limits that exist. */
    public static Quantile within(double from, double to, @Nullable Double lower, @Nullable Double upper) {
        return new Quantile(null, lower, upper, from, to, null);
    }

    /** No quantile, with the limits that exist all the same. */
    public static Quantile none(String reason, @Nullable Double lower, @Nullable Double upper) {
        return new Quantile(null, lower, upper, null, null, reason);
    }
}
