package org.aestat.stat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.aestat.stat.Npmle.Mass;

/**
 * Percentile limits of a nonparametric maximum likelihood estimate by resampling clusters.
 *
 * <p>Each replicate draws as many clusters as there are, with replacement, and fits the {@link Npmle} again. A limit of
 * the share with the event by a time is the k-th smallest replicate value from its side, k the whole part of
 * (replicates + 1)(1 - level)/2 and at least 1. Where a replicate does not determine the curve at the time, its lowest
 * possible value counts for the lower limit and its highest for the upper. Where no replicate varies, the limit is that
 * of Clopper and Pearson with as many trials as clusters.
 *
 * <p>Draws are multinomial, exactly, and depend on the seed and the place of the replicate alone: not on the number of
 * threads, and on the order of the clusters, which must depend on the data alone.
 *
 * <p>Source: Davison and Hinkley 1997, Bootstrap Methods and their Application, chapters 3 and 5,
 * doi:10.1017/CBO9780511802843.
 */
public final class NpmleBootstrap {

    /** Beyond so many patterns of clusters there are at most {@link #FEW_REPLICATES}. */
    static final int MANY_PATTERNS = 20_000;

    /** How many replicates there are at most where each takes long. */
    static final int FEW_REPLICATES = 200;

    /** The optimum of a replicate may be missed by so much; its own error is far larger. */
    private static final double TOLERANCE = 1e-6;

    /** Room for the rounding of sums of masses. */
    private static final double ROUNDING = 1e-9;

    private static final int WORD = 64;

    /**
     * Clusters that are alike.
     *
     * @param after for each observation of one of them, the event came after this time
     * @param by and at or before this time, or {@link IntervalTimes#UNBOUNDED}
     * @param copies how many such clusters there are, positive
     */
    public record Cluster(List<Integer> after, List<Integer> by, long copies) {

        /** Copies the lists. */
        public Cluster {
            after = List.copyOf(after);
            by = List.copyOf(by);
        }
    }

    private final List<Cluster> clusters;
    private final long[] until;
    private final double level;
    private final List<List<Mass>> replicates;

    /**
     * Resamples.
     *
     * @param clusters at least one
     * @param level the two-sided confidence level, from 0 to below 1
     * @param seed of the generator
     * @param replicates how many, positive
     */
    public NpmleBootstrap(List<Cluster> clusters, double level, long seed, int replicates) {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("no clusters");
        }
        this.clusters = List.copyOf(clusters);
        this.level = Arguments.level(level);
        until = new long[clusters.size() + 1];
        for (int c = 0; c < clusters.size(); c++) {
            until[c + 1] = until[c] + clusters.get(c).copies();
        }
        int number = clusters.size() > MANY_PATTERNS ? Math.min(replicates, FEW_REPLICATES) : replicates;
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom[] own = new SplittableRandom[number];
        for (int r = 0; r < number; r++) {
            own[r] = root.split();
        }
        this.replicates = IntStream.range(0, number)
                .parallel()
                .mapToObj(r -> replicate(own[r]))
                .toList();
    }

    private NpmleBootstrap(NpmleBootstrap same, double level) {
        clusters = same.clusters;
        until = same.until;
        replicates = same.replicates;
        this.level = Arguments.level(level);
    }

    /**
     * The limits at another level, from the same replicates.
     *
     * @param other the two-sided confidence level, from 0 to below 1
     */
    public NpmleBootstrap atLevel(double other) {
        return new NpmleBootstrap(this, other);
    }

    private List<Mass> replicate(SplittableRandom random) {
        IntervalTimes times = new IntervalTimes();
        draw(random, 0, clusters.size(), until[clusters.size()], times);
        return new Npmle(times, TOLERANCE).masses();
    }

    /** Deals the draws to a range of patterns: to its lower half a binomial number of them, the others to the upper. */
    private void draw(SplittableRandom random, int from, int to, long draws, IntervalTimes times) {
        if (draws == 0) {
            return;
        }
        if (to - from == 1) {
            Cluster cluster = clusters.get(from);
            for (int i = 0; i < cluster.after().size(); i++) {
                times.observe(cluster.after().get(i), cluster.by().get(i), draws);
            }
            return;
        }
        int middle = (from + to) >>> 1;
        long lower = binomial(random, draws, until[middle] - until[from], until[to] - until[from]);
        draw(random, from, middle, lower, times);
        draw(random, middle, to, draws - lower, times);
    }

    /**
     * How many of some uniform numbers lie below part/whole. All are compared bit by bit at once: of those alike so far,
     * the bits of this place are fair coins.
     */
    static long binomial(SplittableRandom random, long numbers, long part, long whole) {
        long alike = numbers;
        long below = 0;
        long rest = part;
        while (alike > 0 && rest > 0) {
            long ones = coins(random, alike);
            rest *= 2;
            if (rest >= whole) {
                rest -= whole;
                below += alike - ones;
                alike = ones;
            } else {
                alike -= ones;
            }
        }
        return below;
    }

    private static long coins(SplittableRandom random, long number) {
        long heads = 0;
        long left = number;
        for (; left >= WORD; left -= WORD) {
            heads += Long.bitCount(random.nextLong());
        }
        return left == 0 ? heads : heads + Long.bitCount(random.nextLong() >>> (WORD - left));
    }

    /** How many replicates there are. */
    public int replicates() {
        return replicates.size();
    }

    /** The limits of the share with the event by a time. */
    public Limits shareLimits(double time) {
        double[] lowest = sorted(masses -> lowest(masses, time));
        double[] highest = sorted(masses -> highest(masses, time));
        int last = replicates() - 1;
        double lower = varies(lowest) ? lowest[rank() - 1] : exact(lowest[0]).lower();
        double upper =
                varies(highest) ? highest[last - rank() + 1] : exact(highest[0]).upper();
        return Limits.clamped(lower, upper);
    }

    /**
     * The limits of the time by which a share has had the event, NaN where a limit is not reached: the percentiles of
     * the earliest and of the latest such time that a replicate allows, which are the times at which the limits of the
     * share reach it.
     */
    public Limits quantileLimits(double share) {
        double[] earliest = sorted(masses -> earliest(masses, share));
        double[] latest = sorted(masses -> latest(masses, share));
        return new Limits(finite(earliest[rank() - 1]), finite(latest[replicates() - rank()]));
    }

    private static double finite(double time) {
        return time < IntervalTimes.UNBOUNDED ? time : Double.NaN;
    }

    private int rank() {
        return Math.max(1, (int) ((replicates() + 1) * (1 - level) / 2 + ROUNDING));
    }

    private Limits exact(double share) {
        double n = until[clusters.size()];
        return ProportionMethod.CLOPPER_PEARSON.limits(Math.max(0, Math.min(1, share)) * n, n, level);
    }

    private double[] sorted(ToDoubleFunction<List<Mass>> figure) {
        return replicates.stream().mapToDouble(figure).sorted().toArray();
    }

    private static boolean varies(double[] sorted) {
        return sorted[sorted.length - 1] - sorted[0] > ROUNDING;
    }

    private static double lowest(List<Mass> masses, double time) {
        double survival = 1;
        for (Mass mass : masses) {
            if (mass.to() > time) {
                break;
            }
            survival = mass.survival();
        }
        return rounded(1 - survival);
    }

    private static double highest(List<Mass> masses, double time) {
        double survival = 1;
        for (Mass mass : masses) {
            if (mass.from() >= time && mass.to() > time) {
                break;
            }
            survival = mass.survival();
        }
        return rounded(1 - survival);
    }

    private static double rounded(double share) {
        return share < ROUNDING ? 0 : share > 1 - ROUNDING ? 1 : share;
    }

    private static double earliest(List<Mass> masses, double share) {
        Mass mass = reaching(masses, share);
        return mass.to() == IntervalTimes.UNBOUNDED ? IntervalTimes.UNBOUNDED : mass.from();
    }

    private static double latest(List<Mass> masses, double share) {
        return reaching(masses, share).to();
    }

    /** The first mass with which the share is reached; with the last one all of it is. */
    private static Mass reaching(List<Mass> masses, double share) {
        int k = 0;
        while (1 - masses.get(k).survival() < share - ROUNDING) {
            k++;
        }
        return masses.get(k);
    }
}
