package org.aestat.stat;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The cumulative incidence of one ending while another competes with it, in discrete time with late entry
 * (Aalen-Johansen).
 *
 * <pre>F(k) = &Sigma;_{u &le; k} S(u-) d1(u)/n(u),  S(u) = S(u-) (1 - (d1(u) + d2(u))/n(u))</pre>
 *
 * <p>A course that enters at f and ends at k is at risk at f + 1 .. k. All endings and censorings of one time count
 * against the same risk set. The variance is the infinitesimal jackknife over clusters; limits are
 * F^exp(&plusmn;z se/(F log F)), absent (NaN) where F is 0 or 1.
 *
 * <p>Agrees with R survival 3.5: {@code survfit(Surv(start, stop, factor(status)) ~ 1, id, influence = TRUE)}, the
 * influence of courses summed by patient; with {@code id} given, that version of R leaves {@code cluster} aside.
 *
 * <p>Source: Aalen and Johansen 1978, Scand J Stat 5:141-150.
 */
public final class CompetingRisks {

    /** How a course of events was last seen. */
    public enum Ending {
        /** The event of interest. */
        EVENT,
        /** The competing event. */
        COMPETING,
        /** Neither yet. */
        CENSORED;

        private static final Ending[] VALUES = values();

        /** A number from 0 that stands for the ending. */
        public int code() {
            return ordinal();
        }

        /** The ending with this code. */
        public static Ending ofCode(int code) {
            return VALUES[code];
        }
    }

    /**
     * One course.
     *
     * @param entry the time after which it was observed, 0 or more
     * @param exit the time at which it was last observed, above {@code entry}
     * @param ending how it was last seen
     */
    public record Course(int entry, int exit, Ending ending) {

        /** Refuses an exit at or before the entry. */
        public Course {
            if (!(entry >= 0 && exit > entry)) {
                throw new IllegalArgumentException("entry " + entry + " and exit " + exit);
            }
        }
    }

    /**
     * Clusters that are alike.
     *
     * @param courses the courses of one of them, at least one
     * @param copies how many there are
     */
    public record Cluster(List<Course> courses, long copies) {}

    private final int[] times;
    private final long[] atRisk;
    private final long[][] endings;
    private final double[] stillIn;
    private final double[] incidence;
    private final double[] ifNobodyStopped;
    private final double[] lower;
    private final double[] upper;
    private final NavigableMap<Integer, Long> riskFrom = new TreeMap<>();
    private final int latestEntry;

    /**
     * The curve of the clusters.
     *
     * @param clusters in an order that depends on the data alone, at least one
     * @param level the two-sided confidence level of the limits at each time, from 0 to below 1
     */
    public CompetingRisks(List<Cluster> clusters, double level) {
        TreeSet<Integer> exits = new TreeSet<>();
        clusters.forEach(cluster -> cluster.courses().forEach(course -> exits.add(course.exit())));
        if (exits.isEmpty()) {
            throw new IllegalArgumentException("no courses");
        }
        times = exits.stream().mapToInt(Integer::intValue).toArray();
        atRisk = new long[times.length];
        endings = new long[Ending.values().length][times.length];
        riskFrom.put(1, 0L);
        int latest = 0;
        for (Cluster cluster : clusters) {
            for (Course course : cluster.courses()) {
                latest = Math.max(latest, course.entry());
                count(course, cluster.copies());
            }
        }
        latestEntry = latest;
        accumulateRisk();
        stillIn = new double[times.length];
        incidence = new double[times.length];
        ifNobodyStopped = new double[times.length];
        accumulate();
        lower = new double[times.length];
        upper = new double[times.length];
        limit(variance(clusters), level);
    }

    private void accumulateRisk() {
        long risk = 0;
        for (var change : riskFrom.entrySet()) {
            risk += change.getValue();
            change.setValue(risk);
        }
    }

    private void count(Course course, long copies) {
        riskFrom.merge(course.entry() + 1, copies, Long::sum);
        riskFrom.merge(course.exit() + 1, -copies, Long::sum);
        for (int t = 0; t < times.length && times[t] <= course.exit(); t++) {
            if (times[t] > course.entry()) {
                atRisk[t] += copies;
            }
            if (times[t] == course.exit()) {
                endings[course.ending().ordinal()][t] += copies;
            }
        }
    }

    private void accumulate() {
        double in = 1;
        double relieved = 0;
        double unrelieved = 1;
        for (int t = 0; t < times.length; t++) {
            double n = atRisk[t];
            relieved += in * events(t) / n;
            in *= (n - events(t) - competing(t)) / n;
            unrelieved *= (n - events(t)) / n;
            stillIn[t] = in;
            incidence[t] = Math.min(1, relieved);
            ifNobodyStopped[t] = 1 - unrelieved;
        }
    }

    private double[] variance(List<Cluster> clusters) {
        double[] variance = new double[times.length];
        double[] influence = new double[times.length];
        for (Cluster cluster : clusters) {
            Arrays.fill(influence, 0);
            cluster.courses().forEach(course -> addInfluence(course, influence));
            for (int t = 0; t < times.length; t++) {
                variance[t] += cluster.copies() * influence[t] * influence[t];
            }
        }
        return variance;
    }

    /** Adds the derivative of the incidence at each time with respect to the weight of one course. */
    private void addInfluence(Course course, double[] influence) {
        double ofIncidence = 0;
        double ofStillIn = 0;
        for (int t = 0; t < times.length; t++) {
            double n = atRisk[t];
            double before = t == 0 ? 1 : stillIn[t - 1];
            double event = events(t) / n;
            double any = event + competing(t) / n;
            boolean isAtRisk = times[t] > course.entry() && times[t] <= course.exit();
            boolean ends = times[t] == course.exit();
            double ownEvent = ends && course.ending() == Ending.EVENT ? 1 : 0;
            double ownAny = ends && course.ending() != Ending.CENSORED ? 1 : 0;
            ofIncidence += ofStillIn * event + (isAtRisk ? before * (ownEvent - event) / n : 0);
            ofStillIn = ofStillIn * (1 - any) - (isAtRisk ? before * (ownAny - any) / n : 0);
            influence[t] += ofIncidence;
        }
    }

    private void limit(double[] variance, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Arguments.level(level)) / 2);
        for (int t = 0; t < times.length; t++) {
            double f = incidence[t];
            boolean between = f > 0 && f < 1 - StepQuantile.ROUNDING;
            double log = Math.log(f);
            double spread = between ? z * Math.sqrt(variance[t]) / (f * -log) : Double.NaN;
            lower[t] = Math.exp(log * Math.exp(spread));
            upper[t] = Math.exp(log * Math.exp(-spread));
        }
    }

    /** How many distinct times of ending or censoring there are. */
    public int size() {
        return times.length;
    }

    /** The t-th time. */
    public int time(int t) {
        return times[t];
    }

    /** Courses at risk at the t-th time. */
    public long atRisk(int t) {
        return atRisk[t];
    }

    /** Courses with the event of interest at the t-th time. */
    public long events(int t) {
        return endings[Ending.EVENT.ordinal()][t];
    }

    /** Courses with the competing event at the t-th time. */
    public long competing(int t) {
        return endings[Ending.COMPETING.ordinal()][t];
    }

    /** Courses last seen at the t-th time with neither. */
    public long censored(int t) {
        return endings[Ending.CENSORED.ordinal()][t];
    }

    /** The cumulative incidence of the event of interest at the t-th time. */
    public double incidence(int t) {
        return incidence[t];
    }

    /** The lower limit of the incidence at the t-th time, NaN where that is 0 or 1. */
    public double lower(int t) {
        return lower[t];
    }

    /** The upper limit of the incidence at the t-th time, NaN where that is 0 or 1. */
    public double upper(int t) {
        return upper[t];
    }

    /** 1 - Kaplan-Meier with competing events censored: the incidence if those had gone on like the others. */
    public double ifNobodyStopped(int t) {
        return ifNobodyStopped[t];
    }

    /** The share of courses with neither event after the t-th time; exactly 0 where nobody is left. */
    public double stillIn(int t) {
        return stillIn[t];
    }

    /** The place of the last time at or before the given one, or -1. */
    public int indexAt(int time) {
        int t = times.length - 1;
        while (t >= 0 && times[t] > time) {
            t--;
        }
        return t;
    }

    /** Courses at risk at any time: entered before it and not ended before it. */
    public long atRiskAt(int time) {
        var segment = riskFrom.floorEntry(time);
        return segment == null ? 0 : segment.getValue();
    }

    /**
     * The first time, while courses are still to enter, at which fewer than a number are at risk; 0 if there is none.
     * From there on the curve hangs on too few courses.
     *
     * @param fewest how many must be at risk
     */
    public int firstThin(long fewest) {
        for (var segment : riskFrom.headMap(latestEntry, true).entrySet()) {
            if (segment.getValue() < fewest) {
                return segment.getKey();
            }
        }
        return 0;
    }
}
