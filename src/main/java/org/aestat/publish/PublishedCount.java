package org.aestat.publish;

import org.jspecify.annotations.Nullable;

/**
 * A count as it may be published: itself, or, withheld, the range that can be worked out from what is published.
 *
 * @param value the count, null if it is withheld
 * @param from the least that it may be
 * @param to the most, null without limit
 */
public record PublishedCount(
        @Nullable Long value, long from, @Nullable Long to) {

    /** A count that is shown. */
    static PublishedCount shown(long value) {
        return new PublishedCount(value, value, value);
    }

    /** A count that is withheld. */
    static PublishedCount withheld(long from, long to) {
        return new PublishedCount(null, from, to >= LinearCells.UNLIMITED ? null : to);
    }

    /** A count that stands alone: withheld from 1 to the limit, otherwise shown. */
    static PublishedCount alone(long value, long limit) {
        return value >= 1 && value <= limit ? withheld(1, limit) : shown(value);
    }

    /** Whether it is withheld. */
    public boolean isSuppressed() {
        return value == null;
    }

    /** The sum, in as far as it can be told from the two. */
    PublishedCount plus(PublishedCount other) {
        long least = from + other.from;
        if (value != null && other.value != null) {
            return shown(least);
        }
        return new PublishedCount(null, least, to == null || other.to == null ? null : Long.valueOf(to + other.to));
    }
}
