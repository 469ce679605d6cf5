package org.aestat.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.GroupedTimes;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.NpmleBootstrap;

/**
 * Reads the patients' soreness patterns as data for the curves and the test. A row is a session: its stratum and the
 * last minute it was known to be sore; the minute by which soreness ended, and the block.
 */
final class SorenessPatterns {

    private final Patterns patterns;
    /** Stratum by stratum the places of the patterns with a row of it; not for the overall one. */
    private final int[][] byStratum;

    SorenessPatterns(Patterns patterns, int strata) {
        this.patterns = patterns;
        byStratum = new int[strata][0];
        int[] sizes = new int[strata];
        for (int place = 0; place < patterns.size(); place++) {
            int previous = Strata.OVERALL;
            for (int row = patterns.start(place); row < patterns.end(place); row++) {
                int stratum = stratum(row);
                if (stratum != previous) {
                    previous = stratum;
                    if (sizes[stratum] == byStratum[stratum].length) {
                        byStratum[stratum] = Arrays.copyOf(byStratum[stratum], 8 + 2 * sizes[stratum]);
                    }
                    byStratum[stratum][sizes[stratum]++] = place;
                }
            }
        }
        for (int stratum = 0; stratum < strata; stratum++) {
            byStratum[stratum] = Arrays.copyOf(byStratum[stratum], sizes[stratum]);
        }
    }

    /** The first number of a row. */
    static long first(int stratum, int after) {
        return (long) stratum << Integer.SIZE | after;
    }

    /**
     * The second number of a row.
     *
     * @param by the minute, or {@link SorenessResolution#STILL_SORE}, which comes before all others
     * @param block the stratum within which the test compares
     */
    static long second(int by, int block) {
        return (long) (by - SorenessResolution.STILL_SORE) << Integer.SIZE | block;
    }

    private int stratum(int row) {
        return (int) (patterns.first(row) >>> Integer.SIZE);
    }

    private int after(int row) {
        return (int) patterns.first(row);
    }

    private int by(int row) {
        return (int) (patterns.second(row) >>> Integer.SIZE) + SorenessResolution.STILL_SORE;
    }

    private int block(int row) {
        return (int) patterns.second(row);
    }

    private boolean isEvent(int row) {
        return by(row) != SorenessResolution.STILL_SORE;
    }

    /** The minute by which soreness had ended, as intervals have it. */
    private int upper(int row) {
        return isEvent(row) ? by(row) : IntervalTimes.UNBOUNDED;
    }

    /** How many patterns have a row of a stratum. */
    private int size(int stratum) {
        return stratum == Strata.OVERALL ? patterns.size() : byStratum[stratum].length;
    }

    private int place(int stratum, int index) {
        return stratum == Strata.OVERALL ? index : byStratum[stratum][index];
    }

    private boolean isIn(int row, int stratum) {
        return stratum == Strata.OVERALL || stratum(row) == stratum;
    }

    ClusteredTimes times(int stratum) {
        ClusteredTimes times = new ClusteredTimes();
        for (int i = 0; i < size(stratum); i++) {
            int place = place(stratum, i);
            for (int row = patterns.start(place); row < patterns.end(place); row++) {
                if (isIn(row, stratum)) {
                    times.observe(after(row), isEvent(row));
                }
            }
            times.endCluster(patterns.patients(place));
        }
        return times;
    }

    IntervalTimes intervals(int stratum) {
        IntervalTimes intervals = new IntervalTimes();
        for (int i = 0; i < size(stratum); i++) {
            int place = place(stratum, i);
            for (int row = patterns.start(place); row < patterns.end(place); row++) {
                if (isIn(row, stratum)) {
                    intervals.observe(after(row), upper(row), patterns.patients(place));
                }
            }
        }
        return intervals;
    }

    /** The patients of a stratum with their intervals, to be resampled. */
    List<NpmleBootstrap.Cluster> resampled(int stratum) {
        List<NpmleBootstrap.Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < size(stratum); i++) {
            int place = place(stratum, i);
            List<Integer> afters = new ArrayList<>();
            List<Integer> bys = new ArrayList<>();
            for (int row = patterns.start(place); row < patterns.end(place); row++) {
                if (isIn(row, stratum)) {
                    afters.add(after(row));
                    bys.add(upper(row));
                }
            }
            clusters.add(new NpmleBootstrap.Cluster(afters, bys, patterns.patients(place)));
        }
        return clusters;
    }

    /** Patients with a session in the curve of a stratum. */
    long patients(int stratum) {
        long patients = 0;
        for (int i = 0; i < size(stratum); i++) {
            patients += patterns.patients(place(stratum, i));
        }
        return patients;
    }

    /** The patients with their sessions in all strata but the overall one, numbered from 0. */
    GroupedTimes groups() {
        GroupedTimes groups = new GroupedTimes();
        for (int place = 0; place < patterns.size(); place++) {
            for (int row = patterns.start(place); row < patterns.end(place); row++) {
                groups.observe(stratum(row) - 1, after(row), isEvent(row), block(row));
            }
            groups.endCluster(patterns.patients(place));
        }
        return groups;
    }
}
