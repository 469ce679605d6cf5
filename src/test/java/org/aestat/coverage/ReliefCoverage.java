package org.aestat.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aestat.stat.CompetingRisks;
import org.aestat.stat.CompetingRisks.Cluster;
import org.aestat.stat.CompetingRisks.Course;
import org.aestat.stat.CompetingRisks.Ending;
import org.aestat.stat.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How often the limits of relief by a session hold. At each session a course is relieved with a chance that depends on
 * the patient; an unrelieved one stops for good with {@link #STOPS}, and else is last seen, still open, with
 * {@link #OPEN}. Patients have one course or two. Late courses are seen from session 2, 3 or 4 on, if they are still
 * going on and unrelieved then.
 */
final class ReliefCoverage {

    private static final double RELIEF = 0.2;
    private static final double STOPS = 0.1;
    private static final double OPEN = 0.05;
    private static final int MOST_SESSIONS = 40;
    private static final int FEWEST_AT_RISK = 5;
    private static final int[] SESSIONS = {3, 6};
    private static final double[] LEVELS = {.95, .9};

    private final int replicates;
    private final long seed;

    ReliefCoverage(int replicates, long seed) {
        this.replicates = replicates;
        this.seed = seed;
    }

    /**
     * @param patients how many
     * @param deviation of patients' log-odds of relief at a session
     * @param late the share of late courses
     */
    record Cell(int patients, double deviation, double late) {

        static List<Cell> all() {
            List<Cell> cells = new ArrayList<>();
            for (int patients : new int[] {30, 100, 300}) {
                for (double deviation : new double[] {0, 1, 2}) {
                    for (double late : new double[] {0, .2}) {
                        cells.add(new Cell(patients, deviation, late));
                    }
                }
            }
            return cells;
        }

        String name() {
            return patients + "," + deviation + "," + late;
        }
    }

    String csv() {
        StringBuilder text = new StringBuilder();
        text.append("# Coverage of the limits of relief by a session; docs/coverage.md says what the columns are.\n");
        text.append("# ")
                .append(replicates)
                .append(" replicates a cell, seed ")
                .append(seed)
                .append(".\n");
        text.append("patients,patients_differ,late,variance,session,truth,level,");
        text.append(CurveShares.COLUMNS).append('\n');
        Cell.all().forEach(cell -> run(cell, text));
        return text.toString();
    }

    private void run(Cell cell, StringBuilder text) {
        double[] truth = new double[SESSIONS.length];
        CurveShares[][] shares = new CurveShares[SESSIONS.length][LEVELS.length];
        CurveShares[][] student = new CurveShares[SESSIONS.length][LEVELS.length];
        for (int s = 0; s < SESSIONS.length; s++) {
            truth[s] = relieved(cell.deviation(), SESSIONS[s]);
            for (int level = 0; level < LEVELS.length; level++) {
                shares[s][level] = new CurveShares();
                student[s][level] = new CurveShares();
            }
        }
        for (int replicate = 0; replicate < replicates; replicate++) {
            List<Cluster> clusters = draw(cell, new Draws(seed, cell.name(), replicate));
            for (int level = 0; level < LEVELS.length; level++) {
                CompetingRisks curve = new CompetingRisks(clusters, LEVELS[level]);
                for (int s = 0; s < SESSIONS.length; s++) {
                    Limits limits = limits(curve, SESSIONS[s]);
                    shares[s][level].add(limits, truth[s]);
                    double incidence = curve.incidence(Math.max(0, curve.indexAt(SESSIONS[s])));
                    Limits widened = FewPatients.widened(incidence, limits, clusters.size(), LEVELS[level]);
                    student[s][level].add(widened, truth[s]);
                }
            }
        }
        write(cell, "by patient", truth, shares, text);
        write(cell, "by patient with t", truth, student, text);
    }

    private static void write(Cell cell, String variance, double[] truth, CurveShares[][] shares, StringBuilder text) {
        for (int s = 0; s < SESSIONS.length; s++) {
            for (int level = 0; level < LEVELS.length; level++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%.4f,%s,%s%n",
                        cell.name(),
                        variance,
                        SESSIONS[s],
                        truth[s],
                        LEVELS[level],
                        shares[s][level].columns()));
            }
        }
    }

    /** The true share relieved by a session. */
    static double relieved(double deviation, int session) {
        return Mixture.normal(deviation).mean(z -> {
            double chance = chance(z);
            double stays = (1 - chance) * (1 - STOPS);
            return chance * (1 - Math.pow(stays, session)) / (1 - stays);
        });
    }

    private static double chance(double z) {
        return 1 / (1 + (1 - RELIEF) / RELIEF * Math.exp(-z));
    }

    static List<Cluster> draw(Cell cell, Draws draws) {
        List<Cluster> clusters = new ArrayList<>();
        for (int patient = 0; patient < cell.patients(); patient++) {
            double chance = chance(cell.deviation() * draws.normal());
            List<Course> courses = new ArrayList<>();
            int started = 1 + draws.below(2);
            for (int c = 0; c < started; c++) {
                Course course = course(cell, chance, draws);
                if (course != null) {
                    courses.add(course);
                }
            }
            if (!courses.isEmpty()) {
                clusters.add(new Cluster(courses, 1));
            }
        }
        return clusters;
    }

    private static @Nullable Course course(Cell cell, double chance, Draws draws) {
        int entry = draws.uniform() < cell.late() ? 2 + draws.below(3) : 0;
        int session = 1;
        Ending ending = null;
        while (ending == null) {
            if (draws.uniform() < chance) {
                ending = Ending.EVENT;
            } else if (draws.uniform() < STOPS) {
                ending = Ending.COMPETING;
            } else if (draws.uniform() < OPEN || session == MOST_SESSIONS) {
                ending = Ending.CENSORED;
            } else {
                session++;
            }
        }
        return session > entry ? new Course(entry, session, ending) : null;
    }

    /** As the program shows them: none beyond the last session nor from where too few are at risk. */
    private static Limits limits(CompetingRisks curve, int session) {
        int place = curve.indexAt(session);
        int thin = curve.firstThin(FEWEST_AT_RISK);
        boolean beyond = session > curve.time(curve.size() - 1) && curve.stillIn(curve.size() - 1) > 0;
        if (place < 0 || beyond || (thin > 0 && session >= thin)) {
            return new Limits(Double.NaN, Double.NaN);
        }
        return new Limits(curve.lower(place), curve.upper(place));
    }
}
