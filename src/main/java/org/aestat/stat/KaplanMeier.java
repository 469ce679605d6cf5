package org.aestat.stat;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The product-limit estimate of a survival curve with limits.
 *
 * <pre>S(t) = &Pi;_{u &le; t} (1 - d(u)/n(u))</pre>
 *
 * <p>Events come before censorings at the same time. The variance of log S is Greenwood's,
 * &Sigma; d/(n(n - d)), where every cluster has one observation, else the infinitesimal jackknife clustered,
 * &Sigma;_c (&Sigma;_{i in c} U_i)&sup2; with U_i(t) = -&Sigma;_{u &le; t} (dN_i(u) - Y_i(u) d/n)/(n - d). Limits are
 * those of {@link ConfidenceType}, absent (NaN) where S is 0 or 1.
 *
 * <p>Agrees with R survival 3.5: {@code survfit(Surv(t, s) ~ 1, cluster, robust = TRUE, conf.type = "log-log")}.
 *
 * <p>Sources: Kaplan and Meier 1958, J Am Stat Assoc 53:457-481, doi:10.1080/01621459.1958.10501452; Kalbfleisch and
 * Prentice 2002, The Statistical Analysis of Failure Time Data, section 1.4.
 */
public final class KaplanMeier {

    private static final Limits NONE = new Limits(Double.NaN, Double.NaN);

    private final ClusteredTimes data;
    private final EventTable table;
    private final double[] survival;
    private final double[] lower;
    private final double[] upper;

    /**
     * The curve of the data with log-log limits.
     *
     * @param data at least one observation
     * @param level the two-sided confidence level of the limits at each time, from 0 to below 1
     */
    public KaplanMeier(ClusteredTimes data, double level) {
        this(data, level, ConfidenceType.LOG_LOG);
    }

    /**
     * The curve of the data.
     *
     * @param data at least one observation
     * @param level the two-sided confidence level of the limits at each time, from 0 to below 1
     * @param type the scale on which the limits are symmetric
     */
    public KaplanMeier(ClusteredTimes data, double level, ConfidenceType type) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("no observations");
        }
        this.data = data;
        table = new EventTable(data);
        survival = productLimit(table);
        double[] variance = data.areClustered() ? new CurveInfluence(data, table).varianceOfLog() : greenwood(table);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Arguments.level(level)) / 2);
        lower = new double[survival.length];
        upper = new double[survival.length];
        for (int i = 0; i < survival.length; i++) {
            boolean between = survival[i] > 0 && survival[i] < 1;
            Limits limits = between ? type.limits(survival[i], z * Math.sqrt(variance[i])) : NONE;
            lower[i] = limits.lower();
            upper[i] = limits.upper();
        }
    }

    private static double[] productLimit(EventTable table) {
        double[] curve = new double[table.times.length];
        double s = 1;
        for (int i = 0; i < curve.length; i++) {
            s *= (double) (table.atRisk[i] - table.events[i]) / table.atRisk[i];
            curve[i] = s;
        }
        return curve;
    }

    private static double[] greenwood(EventTable table) {
        double[] variance = new double[table.times.length];
        double sum = 0;
        for (int i = 0; i < variance.length; i++) {
            double n = table.atRisk[i];
            double d = table.events[i];
            sum += d == 0 ? 0 : d / (n * (n - d));
            variance[i] = sum;
        }
        return variance;
    }

    /** Whether a cluster has several observations, so that the variance is the clustered jackknife. */
    public boolean isClustered() {
        return data.areClustered();
    }

    /** How many distinct times the curve has. */
    public int size() {
        return table.times.length;
    }

    /** The i-th distinct time. */
    public int time(int i) {
        return table.times[i];
    }

    /** How many were at risk just before the i-th time. */
    public long atRisk(int i) {
        return table.atRisk[i];
    }

    /** How many had the event at the i-th time. */
    public long events(int i) {
        return table.events[i];
    }

    /** How many were censored at the i-th time. */
    public long censored(int i) {
        return table.censored[i];
    }

    /** The curve at and after the i-th time. */
    public double survival(int i) {
        return survival[i];
    }

    /** The lower limit at and after the i-th time; NaN where the curve is 0 or 1. */
    public double lower(int i) {
        return lower[i];
    }

    /** The upper limit at and after the i-th time; NaN where the curve is 0 or 1. */
    public double upper(int i) {
        return upper[i];
    }

    /** The place of the last time at or before the given one, or -1 before the first. */
    public int indexAt(double time) {
        return table.last(time);
    }

    /** How many were at risk just before the given time. */
    public long atRiskAt(int time) {
        int next = table.last(time - 0.5) + 1;
        return next < size() ? table.atRisk[next] : 0;
    }

    /** Whether the curve is determined at the time: not beyond the last observed one, unless it has reached 0. */
    public boolean isDeterminedAt(double time) {
        return time <= table.times[size() - 1] || survival[size() - 1] == 0;
    }

    /**
     * The time by which a share has had the event, NaN where that is not reached.
     *
     * @param share between 0 and 1
     */
    public double quantile(double share) {
        return StepQuantile.of(table.times, survival, 1 - share);
    }

    /** The limits of a quantile: where the limit curves reach the level, NaN where they do not. */
    public Limits quantileLimits(double share) {
        return new Limits(
                StepQuantile.of(table.times, lower, 1 - share), StepQuantile.of(table.times, upper, 1 - share));
    }

    /**
     * The mean time up to a horizon, the area under the curve, with its standard error by the infinitesimal jackknife
     * over clusters.
     *
     * <p>Agrees with R survival 3.5: {@code resid(fit, times = horizon, type = "auc")}, summed by cluster.
     *
     * @param horizon at which the curve {@link #isDeterminedAt is determined}
     */
    public Mean restrictedMean(double horizon) {
        if (!(horizon > 0 && isDeterminedAt(horizon))) {
            throw new IllegalArgumentException("the curve is not determined at " + horizon);
        }
        double[] areaAfter = new double[size()];
        double area = 0;
        double end = horizon;
        for (int i = table.last(horizon); i >= 0; i--) {
            area += survival[i] * (end - table.times[i]);
            areaAfter[i] = area;
            end = table.times[i];
        }
        return new Mean(area + end, Math.sqrt(new CurveInfluence(data, table).varianceOfArea(areaAfter)));
    }

    /** A mean and its standard error, in the unit of the times. */
    public record Mean(double value, double standardError) {}
}
