package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.LogRank;
import org.aestat.stat.NpmleBootstrap;

/** Reads the patients' soreness patterns, rows of stratum, after, by and block, as data for the curves and the test. */
final class SorenessPatterns {

    private static final int WIDTH = 4;

    private final List<PatternCounts.Counted> patterns;
    private final List<List<PatternCounts.Counted>> byStratum = new ArrayList<>();

    SorenessPatterns(List<PatternCounts.Counted> patterns, int strata) {
        this.patterns = patterns;
        for (int stratum = 0; stratum < strata; stratum++) {
            byStratum.add(new ArrayList<>());
        }
        for (PatternCounts.Counted counted : patterns) {
            int previous = Strata.OVERALL;
            for (int row = 0; row < counted.pattern().length; row += WIDTH) {
                int stratum = counted.pattern()[row];
                if (stratum != previous) {
                    byStratum.get(stratum).add(counted);
                    previous = stratum;
                }
            }
        }
    }

    private List<PatternCounts.Counted> of(int stratum) {
        return stratum == Strata.OVERALL ? patterns : byStratum.get(stratum);
    }

    private interface RowVisitor {
        void visit(int after, int by);
    }

    private static void visit(int[] pattern, int stratum, RowVisitor visitor) {
        for (int row = 0; row < pattern.length; row += WIDTH) {
            if (stratum == Strata.OVERALL || pattern[row] == stratum) {
                visitor.visit(pattern[row + 1], pattern[row + 2]);
            }
        }
    }

    ClusteredTimes times(int stratum) {
        ClusteredTimes times = new ClusteredTimes();
        for (PatternCounts.Counted counted : of(stratum)) {
            visit(counted.pattern(), stratum, (after, by) -> times.observe(after, by >= 0));
            times.endCluster(counted.patients());
        }
        return times;
    }

    IntervalTimes intervals(int stratum) {
        IntervalTimes intervals = new IntervalTimes();
        for (PatternCounts.Counted counted : of(stratum)) {
            visit(
                    counted.pattern(),
                    stratum,
                    (after, by) -> intervals.observe(after, by < 0 ? IntervalTimes.UNBOUNDED : by, counted.patients()));
        }
        return intervals;
    }

    /** The patients of a stratum with their intervals, to be resampled. */
    List<NpmleBootstrap.Cluster> resampled(int stratum) {
        List<NpmleBootstrap.Cluster> clusters = new ArrayList<>();
        for (PatternCounts.Counted counted : of(stratum)) {
            List<Integer> afters = new ArrayList<>();
            List<Integer> bys = new ArrayList<>();
            visit(counted.pattern(), stratum, (after, by) -> {
                afters.add(after);
                bys.add(by < 0 ? IntervalTimes.UNBOUNDED : by);
            });
            clusters.add(new NpmleBootstrap.Cluster(afters, bys, counted.patients()));
        }
        return clusters;
    }

    /** Patients with a session in the curve of a stratum. */
    long patients(int stratum) {
        return of(stratum).stream().mapToLong(PatternCounts.Counted::patients).sum();
    }

    /** The patients with their sessions in all strata but the overall one, numbered from 0. */
    List<LogRank.Cluster> groups() {
        List<LogRank.Cluster> clusters = new ArrayList<>();
        for (PatternCounts.Counted counted : patterns) {
            int[] pattern = counted.pattern();
            List<LogRank.Observation> observations = new ArrayList<>();
            for (int row = 0; row < pattern.length; row += WIDTH) {
                observations.add(new LogRank.Observation(
                        pattern[row] - 1, pattern[row + 1], pattern[row + 2] >= 0, pattern[row + 3]));
            }
            clusters.add(new LogRank.Cluster(observations, counted.patients()));
        }
        return clusters;
    }
}
