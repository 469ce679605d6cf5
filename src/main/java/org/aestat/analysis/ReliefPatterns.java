package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.stat.CompetingRisks;
import org.aestat.stat.CompetingRisks.Ending;

/**
 * Reads the patients' course patterns of a stratum as data for its curves.
 *
 * @param patterns rows of the entry, and the exit with the ending
 */
record ReliefPatterns(Patterns patterns) {

    private static final int ENDING_BITS = 2;

    /** The second number of a row. */
    static long second(int exit, Ending ending) {
        return (long) exit << ENDING_BITS | ending.code();
    }

    List<CompetingRisks.Cluster> courses() {
        return courses(Ending.CENSORED);
    }

    /**
     * The courses.
     *
     * @param open how courses still open are taken to end at their last assessed session
     */
    List<CompetingRisks.Cluster> courses(Ending open) {
        List<CompetingRisks.Cluster> clusters = new ArrayList<>(patterns.size());
        for (int place = 0; place < patterns.size(); place++) {
            List<CompetingRisks.Course> own = new ArrayList<>();
            for (int row = patterns.start(place); row < patterns.end(place); row++) {
                long exit = patterns.second(row);
                Ending recorded = Ending.ofCode((int) exit & ((1 << ENDING_BITS) - 1));
                Ending ending = recorded == Ending.CENSORED ? open : recorded;
                own.add(new CompetingRisks.Course((int) patterns.first(row), (int) (exit >>> ENDING_BITS), ending));
            }
            clusters.add(new CompetingRisks.Cluster(own, patterns.patients(place)));
        }
        return clusters;
    }
}
