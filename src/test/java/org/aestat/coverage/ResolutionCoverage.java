package org.aestat.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.KaplanMeier;
import org.aestat.stat.Limits;

/** How often the limits of the resolution curve hold, from durations. */
final class ResolutionCoverage {

    static final int[] HOURS = {24, 48};
    private static final int MINUTES = 60;
    private static final double[] LEVELS = {.95, .9};
    private static final String[] VARIANCES = {"by patient", "by patient with t", "Greenwood"};

    private final int replicates;
    private final long seed;

    ResolutionCoverage(int replicates, long seed) {
        this.replicates = replicates;
        this.seed = seed;
    }

    /**
     * @param patients how many
     * @param deviation of patients' log hazards
     * @param censored the share of sessions lost to follow-up
     */
    record Cell(int patients, double deviation, double censored) {

        static List<Cell> all() {
            List<Cell> cells = new ArrayList<>();
            for (int patients : new int[] {30, 100, 300}) {
                for (double deviation : new double[] {0, .5, 1}) {
                    for (double censored : new double[] {0, .3}) {
                        cells.add(new Cell(patients, deviation, censored));
                    }
                }
            }
            return cells;
        }

        String name() {
            return patients + "," + deviation + "," + censored;
        }
    }

    String csv() {
        StringBuilder text = new StringBuilder();
        text.append("# Coverage of the limits of the resolution curve; docs/coverage.md says what the columns are.\n");
        text.append("# ")
                .append(replicates)
                .append(" replicates a cell, seed ")
                .append(seed)
                .append(".\n");
        text.append("patients,patients_differ,censored,variance,hour,truth,level,");
        text.append(CurveShares.COLUMNS).append('\n');
        Cell.all().forEach(cell -> run(cell, text));
        return text.toString();
    }

    private void run(Cell cell, StringBuilder text) {
        SoreHours hours = new SoreHours(cell.deviation());
        double[] truth = Arrays.stream(HOURS).mapToDouble(hours::survival).toArray();
        double logKept = Math.log1p(-hours.censoring(cell.censored()));
        CurveShares[][][] shares = new CurveShares[VARIANCES.length][HOURS.length][LEVELS.length];
        for (CurveShares[][] byHour : shares) {
            for (CurveShares[] byLevel : byHour) {
                for (int level = 0; level < LEVELS.length; level++) {
                    byLevel[level] = new CurveShares();
                }
            }
        }
        for (int replicate = 0; replicate < replicates; replicate++) {
            Draws draws = new Draws(seed, cell.name(), replicate);
            ClusteredTimes clustered = new ClusteredTimes();
            ClusteredTimes single = new ClusteredTimes();
            draw(cell, hours, logKept, draws, clustered, single);
            for (int level = 0; level < LEVELS.length; level++) {
                KaplanMeier curve = new KaplanMeier(clustered, LEVELS[level]);
                for (int h = 0; h < HOURS.length; h++) {
                    Limits limits = limits(curve, HOURS[h] * MINUTES);
                    shares[0][h][level].add(limits, truth[h]);
                    double survival = curve.survival(Math.max(0, curve.indexAt(HOURS[h] * MINUTES)));
                    Limits widened = FewPatients.widened(survival, limits, cell.patients(), LEVELS[level]);
                    shares[1][h][level].add(widened, truth[h]);
                }
            }
            KaplanMeier curve = new KaplanMeier(single, LEVELS[0]);
            for (int h = 0; h < HOURS.length; h++) {
                shares[2][h][0].add(limits(curve, HOURS[h] * MINUTES), truth[h]);
            }
        }
        for (int variance = 0; variance < shares.length; variance++) {
            for (int h = 0; h < HOURS.length; h++) {
                for (int level = 0; level < (variance < 2 ? LEVELS.length : 1); level++) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%s,%s,%d,%.4f,%s,%s%n",
                            cell.name(),
                            VARIANCES[variance],
                            HOURS[h],
                            truth[h],
                            LEVELS[level],
                            shares[variance][h][level].columns()));
                }
            }
        }
    }

    private static void draw(
            Cell cell, SoreHours hours, double logKept, Draws draws, ClusteredTimes clustered, ClusteredTimes single) {
        for (int patient = 0; patient < cell.patients(); patient++) {
            double hazard = hours.patient(draws);
            int sessions = SessionsPerPatient.ONE_TO_EIGHT.draw(draws);
            for (int session = 0; session < sessions; session++) {
                int sore = hours.draw(hazard, draws);
                int seen = logKept == 0 ? Integer.MAX_VALUE : 1 + (int) Math.min(100_000, draws.failures(logKept));
                boolean resolved = sore <= seen;
                int time = MINUTES * Math.min(sore, seen);
                clustered.observe(time, resolved);
                single.observe(time, resolved);
                single.endCluster(1);
            }
            clustered.endCluster(1);
        }
    }

    private static Limits limits(KaplanMeier curve, int time) {
        int place = curve.indexAt(time);
        if (place < 0 || !curve.isDeterminedAt(time)) {
            return new Limits(Double.NaN, Double.NaN);
        }
        return new Limits(curve.lower(place), curve.upper(place));
    }
}
