package org.aestat.stat;

/**
 * What is known at one look: counts since the beginning.
 *
 * @param events events so far, 0 or more
 * @param exposure sessions so far or, for a Poisson test, the events expected so far; 0 or more
 */
public record SequentialLook(long events, double exposure) {

    /** Refuses negative and infinite counts. */
    public SequentialLook {
        if (events < 0) {
            throw new IllegalArgumentException("number of events is not 0 or more: " + events);
        }
        if (!(exposure >= 0 && exposure < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("exposure is not 0 or more: " + exposure);
        }
    }
}
