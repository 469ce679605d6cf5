package org.aestat.stat;

/**
 * A lower and an upper limit.
 *
 * @param lower the lower limit
 * @param upper the upper limit
 */
public record Limits(double lower, double upper) {

    static Limits clamped(double lower, double upper) {
        return new Limits(Math.max(0, Math.min(1, lower)), Math.min(1, Math.max(0, upper)));
    }
}
