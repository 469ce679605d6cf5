package org.aestat.result;

import java.util.function.Function;

/**
 * A figure, or the reason why the data do not give one.
 *
 * @param <T> the figure
 */
public sealed interface Estimate<T> {

    /**
     * A figure that could be estimated.
     *
     * @param value the figure
     */
    record Estimated<T>(T value) implements Estimate<T> {}

    /**
     * A figure that could not be estimated.
     *
     * @param reason why, in words for the reader
     */
    record NotEstimable<T>(String reason) implements Estimate<T> {}

    /** A figure that could be estimated. */
    static <T> Estimate<T> of(T value) {
        return new Estimated<>(value);
    }

    /** A figure that could not be estimated, for the given reason. */
    static <T> Estimate<T> notEstimable(String reason) {
        return new NotEstimable<>(reason);
    }

    /** What the first function makes of the figure, or the second of the reason. */
    default <R> R fold(Function<? super T, ? extends R> figure, Function<String, ? extends R> reason) {
        if (this instanceof Estimated<T> estimated) {
            return figure.apply(estimated.value());
        }
        return reason.apply(((NotEstimable<T>) this).reason());
    }
}
