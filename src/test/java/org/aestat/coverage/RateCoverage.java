package org.aestat.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aestat.coverage.Claims.Claim;
import org.aestat.stat.ClusteredProportion;
import org.aestat.stat.Limits;
import org.aestat.stat.ProportionMethod;

/**
 * How often the limits of rates hold.
 *
 * <p>Replicates come in blocks that share the patients' numbers of sessions, drawn anew for each block; what happens at
 * the sessions is drawn for each replicate. The first replicate of a block gives the width and is checked against the
 * program's own interval.
 */
final class RateCoverage {

    static final int REPLICATES_A_BLOCK = 50;

    private static final double LEVEL = 0.95;

    private final List<DesignEffectRule> rules;
    private final int blocks;
    private final int widthEvery;
    private final long seed;
    private final Map<String, Patients.Chances> chancesOf = new HashMap<>();
    private final Map<String, Claims> claimsOf = new HashMap<>();

    /**
     * @param rules the methods
     * @param replicates a cell, rounded up to whole blocks
     * @param widths about how many replicates a cell give the width
     * @param seed of all cells
     */
    RateCoverage(List<DesignEffectRule> rules, int replicates, int widths, long seed) {
        this.rules = rules;
        blocks = (replicates + REPLICATES_A_BLOCK - 1) / REPLICATES_A_BLOCK;
        widthEvery = Math.max(1, blocks / widths);
        this.seed = seed;
    }

    /** The result of one method in one cell. */
    record Row(RateCell cell, String method, double patients, Share[] claims, double width) {

        double lower975() {
            return 1 - share(Claim.LOWER_975);
        }

        double upper975() {
            return 1 - share(Claim.UPPER_975);
        }

        double lower95() {
            return 1 - share(Claim.LOWER_95);
        }

        double upper95() {
            return 1 - share(Claim.UPPER_95);
        }

        double share(Claim claim) {
            return claims[claim.ordinal()].mean();
        }

        double error(Claim claim) {
            return claims[claim.ordinal()].error();
        }

        double error975() {
            return Math.max(error(Claim.LOWER_975), error(Claim.UPPER_975));
        }

        double error95() {
            return Math.max(error(Claim.LOWER_95), error(Claim.UPPER_95));
        }

        double worst975() {
            return Math.min(lower975(), upper975());
        }

        double worst95() {
            return Math.min(lower95(), upper95());
        }
    }

    List<Row> run(RateCell cell) {
        Patients.Chances chances = chancesOf.computeIfAbsent(
                cell.heterogeneity() + " " + cell.rate(),
                key -> new Patients.Chances(cell.heterogeneity().propensity(cell.rate())));
        Claims claims = claimsOf.computeIfAbsent(
                cell.trials() + " " + cell.rate(), key -> new Claims(cell.trials(), cell.rate()));
        Share[][] shares = new Share[rules.size()][Claims.ALL.length];
        Share[] widths = new Share[rules.size()];
        for (int r = 0; r < rules.size(); r++) {
            widths[r] = new Share();
            for (int c = 0; c < Claims.ALL.length; c++) {
                shares[r][c] = new Share();
            }
        }
        double patients = 0;
        int[][] made = new int[rules.size()][Claims.ALL.length];
        for (int block = 0; block < blocks; block++) {
            Draws draws = new Draws(seed, cell.name(), block);
            Patients design = new Patients(cell.sessions(), cell.trials(), draws);
            patients += design.count();
            Sizes sizes = new Sizes(design);
            for (int[] counts : made) {
                Arrays.fill(counts, 0);
            }
            for (int i = 0; i < REPLICATES_A_BLOCK; i++) {
                RateSample sample = design.draw(chances, draws);
                boolean measured = i == 0 && block % widthEvery == 0;
                for (int r = 0; r < rules.size(); r++) {
                    DesignEffectRule rule = rules.get(r);
                    double effect = rule.designEffect().of(sample);
                    double[] from = claims.from(sample.events(), rule.exact());
                    for (int c = 0; c < from.length; c++) {
                        if (sizes.effective(effect, Claims.ALL[c].level) >= from[c]) {
                            made[r][c]++;
                        }
                    }
                    if (measured) {
                        Limits limits = limits(rule, sample, sizes.effective(effect, LEVEL));
                        check(cell, rule, sample, limits);
                        widths[r].add(limits.upper() - limits.lower());
                    }
                }
            }
            for (int r = 0; r < rules.size(); r++) {
                for (int c = 0; c < Claims.ALL.length; c++) {
                    shares[r][c].add((double) made[r][c] / REPLICATES_A_BLOCK);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            rows.add(new Row(cell, rules.get(r).label(), patients / blocks, shares[r], widths[r].mean()));
        }
        return rows;
    }

    private static Limits limits(DesignEffectRule rule, RateSample sample, double effective) {
        double trials = sample.patients().trials();
        return rule.exact()
                ? ProportionMethod.CLOPPER_PEARSON.limits(effective * sample.events() / trials, effective, LEVEL)
                : ProportionMethod.WILSON.limits(sample.events(), trials, LEVEL);
    }

    private static void check(RateCell cell, DesignEffectRule rule, RateSample sample, Limits limits) {
        if (rule.choice() == null) {
            return;
        }
        var interval = rule.choice().interval(sample.sums(), LEVEL, 1.5);
        double apart =
                Math.max(Math.abs(interval.lower() - limits.lower()), Math.abs(interval.upper() - limits.upper()));
        if (!(apart <= 1e-9 * interval.upper())) {
            throw new IllegalStateException(cell.name() + ": " + rule.label() + " " + limits + ", the program "
                    + interval.lower() + " " + interval.upper());
        }
    }

    /** Effective numbers of sessions; the t ratio depends on the patients alone. */
    private static final class Sizes {
        private final double trials;
        private final boolean clustered;
        private final double at95;
        private final double at90;

        Sizes(Patients patients) {
            trials = patients.trials();
            clustered = patients.count() >= 2 && patients.count() < patients.trials();
            at95 = squaredRatio(patients, LEVEL);
            at90 = squaredRatio(patients, 0.9);
        }

        /** The effective size at a design effect so large that the cap at n does not matter. */
        private static double squaredRatio(Patients patients, double level) {
            if (patients.count() < 2) {
                return 1;
            }
            double huge = 1e6;
            return huge
                    * ClusteredProportion.effectiveSize(patients.trials(), patients.count(), huge, level)
                    / patients.trials();
        }

        double effective(double designEffect, double level) {
            if (!clustered || Double.isNaN(designEffect)) {
                return trials;
            }
            return Math.min(trials, trials / designEffect * (level == LEVEL ? at95 : at90));
        }
    }
}
