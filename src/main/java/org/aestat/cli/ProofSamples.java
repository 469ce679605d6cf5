package org.aestat.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.Unit;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.SwitchPoints;
import org.aestat.safety.SwitchPoints.Counts;
import org.aestat.safety.Threshold;
import org.aestat.safety.Threshold.Adjust;
import org.aestat.safety.Threshold.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The counts just inside and just outside a threshold.
 *
 * <p>Of rates they come from the tails of the binomial distribution, of facts and estimates from the limit itself. The
 * limits of curves are approximate, so the counts of curves are so far from the limit that the binomial distribution
 * leaves no doubt: one hundredth of the error that the policy allows.
 */
final class ProofSamples {

    private static final int UNRECORDED = 30;
    private static final long CURVE = 400;
    private static final long LARGEST_CURVE = 12_800;
    private static final long APART = 30;
    private static final double BEYOND_DOUBT = 100;

    private final Threshold threshold;
    private final boolean below;
    private final BigDecimal limit;
    private final boolean twoStrata;
    private final List<ProofSample> samples = new ArrayList<>();
    private @Nullable String missing;

    /**
     * The samples of a threshold.
     *
     * @param threshold the threshold
     * @param twoStrata whether two strata can be made up
     * @param before whether a median can lie before the limit
     */
    ProofSamples(Threshold threshold, boolean twoStrata, boolean before) {
        this.threshold = threshold;
        this.twoStrata = twoStrata;
        below = threshold.side() == Side.BELOW;
        limit = BigDecimal.valueOf(threshold.limit());
        Kind kind = threshold.metric().kind();
        boolean byPoint = threshold.metric().isFact() || threshold.rule().evidence() == Evidence.POINT;
        switch (kind) {
            case MEDIAN_HOURS, MEDIAN_SESSIONS -> {
                if (before) {
                    ofMedian(byPoint);
                } else {
                    alwaysBeyond();
                }
            }
            case RESOLVED_BY, RELIEVED_BY -> {
                if (byPoint) {
                    ofShare();
                } else {
                    ofCurve();
                }
            }
            default -> {
                if (!byPoint) {
                    ofRate();
                } else if (kind.unit() == Unit.COUNT) {
                    ofCount();
                } else {
                    ofShare();
                }
            }
        }
        if (kind != Kind.NOT_RECORDED && kind != Kind.REJECTED_ROWS) {
            samples.add(ProofSample.nothingRecorded(UNRECORDED));
        }
        samples.add(ProofSample.nothingSelected());
    }

    List<ProofSample> list() {
        return List.copyOf(samples);
    }

    /** Why something could not be made up, or null. */
    @Nullable
    String missing() {
        return missing;
    }

    private void ofRate() {
        double level = threshold.rule().confidence();
        SwitchPoints points = new SwitchPoints(threshold.side(), threshold.limit(), level);
        Counts under = points.fewestBelow();
        if (under == null) {
            tooMany(below ? "holds" : "is broken");
        } else {
            add(below ? "just holds" : "just breaks", under, points);
            add("one session fewer", new Counts(under.events(), under.sessions() - 1), points);
        }
        Counts over = points.mostAbove();
        if (over == null) {
            add(below ? "breaks" : "holds", new Counts(3, 100), points);
        } else {
            add(below ? "just breaks" : "just holds", over, points);
            add("one session more", new Counts(over.events(), over.sessions() + 1), points);
        }
        if (twoStrata && below && under != null) {
            ofTwoStrata(level, under);
        }
    }

    /** A stratum that breaks the limit beside one that holds it: the first step of Holm's procedure halves the error. */
    private void ofTwoStrata(double level, Counts holds) {
        double adjusted = threshold.rule().adjust() == Adjust.HOLM ? 1 - (1 - level) / 2 : level;
        Counts broken = new SwitchPoints(threshold.side(), threshold.limit(), adjusted).mostAbove();
        if (broken != null) {
            samples.add(new ProofSample("one of two strata breaks", broken, true, holds, Verdict.BREACH));
            Counts more = new Counts(broken.events(), broken.sessions() + 1);
            samples.add(new ProofSample("one session more in it", more, true, holds, Verdict.INCONCLUSIVE));
        }
    }

    private void add(String name, Counts counts, SwitchPoints points) {
        samples.add(ProofSample.of(name, counts.events(), counts.sessions(), points.verdict(counts)));
    }

    private void ofCount() {
        long holds = below ? ceiling(limit) - 1 : floor(limit) + 1;
        long breaks = below ? ceiling(limit) : floor(limit);
        if (Math.max(holds, breaks) > SwitchPoints.MOST_SESSIONS) {
            tooMany("holds or is broken");
            return;
        }
        long all = Math.max(holds, breaks) + UNRECORDED;
        decided(holds, breaks, all);
    }

    /** Counts whose share is next to the limit; a share that is computed along a curve is not put onto it. */
    private void ofShare() {
        BigDecimal all = BigDecimal.valueOf(1000);
        while (isLess(limit.multiply(all))
                || isLess(BigDecimal.ONE.subtract(limit).multiply(all))) {
            if (all.longValue() >= SwitchPoints.MOST_SESSIONS) {
                tooMany("holds or is broken");
                return;
            }
            all = all.multiply(BigDecimal.TEN);
        }
        BigDecimal exact = limit.multiply(all);
        long under = ceiling(exact) - 1;
        long over = floor(exact) + 1;
        boolean onTheLimit = threshold.metric().kind() != Kind.RESOLVED_BY
                && threshold.metric().kind() != Kind.RELIEVED_BY
                && exact.stripTrailingZeros().scale() <= 0;
        if (below) {
            decided(under, onTheLimit ? under + 1 : over, all.longValue());
        } else {
            decided(over, onTheLimit ? over - 1 : under, all.longValue());
        }
    }

    private static boolean isLess(BigDecimal count) {
        return count.compareTo(BigDecimal.ONE) <= 0;
    }

    private void decided(long holds, long breaks, long all) {
        if (holds >= 0) {
            samples.add(ProofSample.of("just holds", holds, all, Verdict.PASS));
        }
        if (breaks >= 0) {
            samples.add(ProofSample.of("just breaks", breaks, all, Verdict.BREACH));
        }
    }

    private void ofCurve() {
        double level = threshold.rule().confidence();
        SwitchPoints points = new SwitchPoints(threshold.side(), threshold.limit(), 1 - (1 - level) / BEYOND_DOUBT);
        for (long all = CURVE; all <= LARGEST_CURVE; all *= 2) {
            long under = points.mostEventsBelow(all);
            long over = points.fewestEventsAbove(all);
            if (under >= APART && all - over >= APART) {
                clearly(below ? under : over, Math.round(threshold.limit() * all), below ? over : under, all);
                return;
            }
        }
        missing = "the limit is so near to " + (threshold.limit() < 0.5 ? "0 %" : "100 %")
                + " that the limits of a curve are too rough for it";
    }

    private void clearly(long holds, long open, long breaks, long all) {
        samples.add(ProofSample.of("clearly holds", holds, all, Verdict.PASS));
        samples.add(ProofSample.of("at the limit", open, all, Verdict.INCONCLUSIVE));
        samples.add(ProofSample.of("clearly breaks", breaks, all, Verdict.BREACH));
    }

    /** Half of the sessions end before the limit; the median is the last of them. */
    private void ofMedian(boolean byPoint) {
        long half = CURVE / 2;
        if (byPoint) {
            decided(below ? half + 1 : half - 1, below ? half - 1 : half + 1, CURVE);
        } else {
            clearly(below ? half + half / 2 : half / 2, half, below ? half / 2 : half + half / 2, CURVE);
        }
    }

    private void alwaysBeyond() {
        samples.add(ProofSample.of(
                below ? "clearly breaks" : "clearly holds", 0, CURVE, below ? Verdict.BREACH : Verdict.PASS));
    }

    private void tooMany(String what) {
        missing = "it would take more than 100,000 sessions to see that it " + what;
    }

    private static long ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static long floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
