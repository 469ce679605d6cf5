package org.aestat.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.Limits;

/** How often bootstrap limits of the curve hold where soreness is recorded by diaries. */
final class IntervalCoverage {

    /** The hours at which the diary asks. */
    private static final int[] DIARY = {4, 12, 24, 48, 72, 168};

    private static final int MINUTES = 60;
    private static final double LEVEL = .95;

    private final Bootstrap bootstrap;
    private final int replicates;
    private final long seed;

    /** The limits that are to be tried: minutes throughout. */
    interface Bootstrap {

        /**
         * Limits at given times.
         *
         * @param patients the intervals of each patient's sessions
         * @param times at which the curve is determined
         * @param level the two-sided level
         * @param seed of the bootstrap's own draws
         * @return for each time, NaN where there are none
         */
        List<Limits> limits(List<List<Interval>> patients, int[] times, double level, long seed);
    }

    /**
     * Soreness ended after one time and by another.
     *
     * @param after the last sore minute, 0 at the start
     * @param by the first clear minute, or {@link IntervalTimes#UNBOUNDED}
     */
    record Interval(int after, int by) {}

    IntervalCoverage(Bootstrap bootstrap, int replicates, long seed) {
        this.bootstrap = bootstrap;
        this.replicates = replicates;
        this.seed = seed;
    }

    String csv() {
        StringBuilder text = new StringBuilder();
        text.append("# Coverage of the bootstrap limits of the curve from diaries; docs/coverage.md says what the ");
        text.append("columns are.\n# ").append(replicates).append(" replicates a cell, seed ");
        text.append(seed).append(".\npatients,patients_differ,hour,truth,level,");
        text.append(CurveShares.COLUMNS).append('\n');
        for (int patients : new int[] {30, 100}) {
            for (double deviation : new double[] {0, 1}) {
                run(patients, deviation, text);
            }
        }
        return text.toString();
    }

    private void run(int patients, double deviation, StringBuilder text) {
        SoreHours hours = new SoreHours(deviation);
        String cell = "intervals," + patients + "," + deviation;
        int[] times = {24 * MINUTES, 48 * MINUTES};
        CurveShares[] shares = {new CurveShares(), new CurveShares()};
        for (int replicate = 0; replicate < replicates; replicate++) {
            Draws draws = new Draws(seed, cell, replicate);
            List<List<Interval>> records = draw(patients, hours, draws);
            List<Limits> limits = bootstrap.limits(records, times, LEVEL, draws.seed());
            for (int t = 0; t < times.length; t++) {
                shares[t].add(limits.get(t), hours.survival(times[t] / MINUTES));
            }
        }
        for (int t = 0; t < times.length; t++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%.4f,%s,%s%n",
                    patients,
                    deviation,
                    times[t] / MINUTES,
                    hours.survival(times[t] / MINUTES),
                    LEVEL,
                    shares[t].columns()));
        }
    }

    static List<List<Interval>> draw(int patients, SoreHours hours, Draws draws) {
        List<List<Interval>> records = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            double hazard = hours.patient(draws);
            int sessions = SessionsPerPatient.ONE_TO_EIGHT.draw(draws);
            List<Interval> intervals = new ArrayList<>();
            for (int session = 0; session < sessions; session++) {
                intervals.add(diary(hours.draw(hazard, draws)));
            }
            records.add(intervals);
        }
        return records;
    }

    private static Interval diary(int sore) {
        int after = 0;
        for (int hour : DIARY) {
            if (sore <= hour) {
                return new Interval(after * MINUTES, hour * MINUTES);
            }
            after = hour;
        }
        return new Interval(after * MINUTES, IntervalTimes.UNBOUNDED);
    }
}
