package org.aestat.stat;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals for a proportion from independent trials.
 *
 * <p>Counts may be fractions, so that an effective sample size can stand for the trials. All limits are within [0, 1].
 * Accuracy: relative 1e-10 of the limits for up to 1e9 trials and levels up to 0.9999; absolute 1e-15 near 0. Arguments out of range are refused with an
 * {@link IllegalArgumentException} that holds the value.
 */
public enum ProportionMethod {
    /**
     * The exact interval: beta quantiles with (1 - level) / 2 a side.
     *
     * <pre>lower = B(&alpha;/2; x, n - x + 1), upper = B(1 - &alpha;/2; x + 1, n - x)</pre>
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n.
     *
     * <p>Source: Clopper and Pearson 1934, Biometrika 26:404-413, doi:10.1093/biomet/26.4.404.
     */
    CLOPPER_PEARSON("clopper-pearson") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 ? 0 : BetaQuantile.lower(x, n - x + 1, tail);
        }

        @Override
        double upper(double x, double n, double tail) {
            return x == n ? 1 : BetaQuantile.upper(x + 1, n - x, tail);
        }
    },
    /**
     * The score interval without continuity correction.
     *
     * <pre>(p + z&sup2;/2n &plusmn; z &radic;(p(1 - p)/n + z&sup2;/4n&sup2;)) / (1 + z&sup2;/n)</pre>
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n.
     *
     * <p>Source: Wilson 1927, J Am Stat Assoc 22:209-212, doi:10.1080/01621459.1927.10502953.
     */
    WILSON("wilson") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 ? 0 : x * x / (n * (centre(x, tail) + reach(x, n, tail)));
        }

        @Override
        double upper(double x, double n, double tail) {
            double z = z(tail);
            return x == n ? 1 : (centre(x, tail) + reach(x, n, tail)) / (n + z * z);
        }

        private double centre(double x, double tail) {
            double z = z(tail);
            return x + z * z / 2;
        }

        private double reach(double x, double n, double tail) {
            double z = z(tail);
            return z * Math.sqrt(x * (n - x) / n + z * z / 4);
        }
    },
    /**
     * The Wald interval after adding z&sup2;/2 trials with the event and as many without.
     *
     * <pre>p~ &plusmn; z &radic;(p~(1 - p~)/n~),  n~ = n + z&sup2;,  p~ = (x + z&sup2;/2)/n~</pre>
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n; elsewhere the limits may lie outside [0, 1]
     * and are clamped.
     *
     * <p>Source: Agresti and Coull 1998, Am Stat 52:119-126, doi:10.1080/00031305.1998.10480550.
     */
    AGRESTI_COULL("agresti-coull") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 ? 0 : wald(x, n, z(tail), -1);
        }

        @Override
        double upper(double x, double n, double tail) {
            return x == n ? 1 : wald(x, n, z(tail), 1);
        }

        private double wald(double x, double n, double z, int side) {
            double trials = n + z * z;
            double yes = x + z * z / 2;
            return (yes + side * z * Math.sqrt(yes * (trials - yes) / trials)) / trials;
        }
    },
    /**
     * The equal-tailed interval of the posterior under Jeffreys' prior, a beta distribution with both parameters 1/2.
     *
     * <pre>lower = B(&alpha;/2; x + 1/2, n - x + 1/2), upper = B(1 - &alpha;/2; x + 1/2, n - x + 1/2)</pre>
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n.
     *
     * <p>Source: Brown, Cai and DasGupta 2001, Stat Sci 16:101-133, doi:10.1214/ss/1009213286.
     */
    JEFFREYS("jeffreys") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 ? 0 : BetaQuantile.lower(x + 0.5, n - x + 0.5, tail);
        }

        @Override
        double upper(double x, double n, double tail) {
            return x == n ? 1 : BetaQuantile.upper(x + 0.5, n - x + 0.5, tail);
        }
    },
    /**
     * The inversion of the binomial test that counts the observed result half; see {@link MidP}.
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n.
     *
     * <p>Source: Berry and Armitage 1995, Statistician 44:417-423.
     */
    MID_P("mid-p") {
        @Override
        double lower(double x, double n, double tail) {
            return MidP.lower(x, n, tail);
        }

        @Override
        double upper(double x, double n, double tail) {
            return MidP.upper(x, n, tail);
        }
    },
    /**
     * The Wald interval of the log-odds.
     *
     * <pre>log(x/(n - x)) &plusmn; z &radic;(1/x + 1/(n - x)), as probabilities</pre>
     *
     * <p>Special results: at x = 0 and x = n it is not defined, and the limits are those of
     * {@link #CLOPPER_PEARSON}.
     *
     * <p>Source: Brown, Cai and DasGupta 2001, Stat Sci 16:101-133, doi:10.1214/ss/1009213286, section 4.1.2.
     */
    LOGIT("logit") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 || x == n ? CLOPPER_PEARSON.lower(x, n, tail) : wald(x, n, z(tail));
        }

        @Override
        double upper(double x, double n, double tail) {
            return x == 0 || x == n ? CLOPPER_PEARSON.upper(x, n, tail) : wald(x, n, -z(tail));
        }

        private double wald(double x, double n, double z) {
            double without = n - x;
            return x / (x + without * Math.exp(z * Math.sqrt(1 / x + 1 / without)));
        }
    };

    private final String label;

    ProportionMethod(String label) {
        this.label = label;
    }

    /** The name on the command line and in results. */
    public String label() {
        return label;
    }

    /**
     * The method of a name.
     *
     * @param label the name on the command line and in results
     */
    public static ProportionMethod named(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label.equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no interval method is named " + label));
    }

    private static double z(double tail) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    abstract double lower(double x, double n, double tail);

    abstract double upper(double x, double n, double tail);

    /**
     * The two-sided interval. Either limit alone is the one-sided limit at level (1 + level) / 2.
     *
     * @param events how many trials had the event, 0 to {@code trials}; may be a fraction
     * @param trials how many trials, positive; may be a fraction
     * @param level the two-sided confidence level, from 0 to below 1
     */
    public Limits limits(double events, double trials, double level) {
        Arguments.counts(events, trials);
        double tail = (1 - Arguments.level(level)) / 2;
        double lower = lower(events, trials, tail);
        return Limits.clamped(lower, Math.max(lower, upper(events, trials, tail))); // rounding crosses them at level 0
    }
}
