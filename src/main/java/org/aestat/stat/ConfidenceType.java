package org.aestat.stat;

/**
 * The scale on which confidence limits of a survival curve are symmetric, by the names of R's {@code survfit}. With S
 * the curve and e the standard error of log S times the normal quantile:
 *
 * <pre>
 * log-log  S^exp(&plusmn;e/log S)
 * log      S exp(&plusmn;e), the upper limit at most 1
 * plain    S (1 &plusmn; e), clamped to [0, 1]
 * </pre>
 *
 * <p>Source: Kalbfleisch and Prentice 2002, The Statistical Analysis of Failure Time Data, section 1.4.
 */
public enum ConfidenceType {
    /** On the scale of log(-log S). */
    LOG_LOG("log-log"),
    /** On the scale of log S. */
    LOG("log"),
    /** On the scale of S. */
    PLAIN("plain");

    private final String label;

    ConfidenceType(String label) {
        this.label = label;
    }

    /** The name by R. */
    public String label() {
        return label;
    }

    /**
     * The limits at one time.
     *
     * @param survival the curve, strictly between 0 and 1
     * @param error the standard error of its logarithm times the normal quantile, 0 or more
     */
    Limits limits(double survival, double error) {
        double log = Math.log(survival);
        return switch (this) {
            case LOG_LOG -> new Limits(Math.exp(log * Math.exp(error / -log)), Math.exp(log * Math.exp(error / log)));
            case LOG -> new Limits(Math.exp(log - error), Math.min(1, Math.exp(log + error)));
            case PLAIN -> Limits.clamped(survival - survival * error, survival + survival * error);
        };
    }
}
