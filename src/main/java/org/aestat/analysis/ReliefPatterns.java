package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.CompetingRisks;
import org.aestat.stat.CompetingRisks.Ending;

/** Reads the patients' course patterns, whose rows start with their stratum, as data for the curves. */
final class ReliefPatterns {

    private static final int COURSE_WIDTH = 4;
    private static final int DAYS_WIDTH = 3;

    private final List<List<PatternCounts.Counted>> courses;
    private final List<List<PatternCounts.Counted>> days;

    ReliefPatterns(List<PatternCounts.Counted> courses, List<PatternCounts.Counted> days, int strata) {
        this.courses = byStratum(courses, strata);
        this.days = byStratum(days, strata);
    }

    private static List<List<PatternCounts.Counted>> byStratum(List<PatternCounts.Counted> patterns, int strata) {
        List<List<PatternCounts.Counted>> lists = new ArrayList<>();
        for (int stratum = 0; stratum < strata; stratum++) {
            lists.add(new ArrayList<>());
        }
        patterns.forEach(counted -> lists.get(counted.pattern()[0]).add(counted));
        return lists;
    }

    List<CompetingRisks.Cluster> courses(int stratum) {
        return courses(stratum, Ending.CENSORED);
    }

    /**
     * The courses of a stratum.
     *
     * @param open how courses still open are taken to end at their last assessed session
     */
    List<CompetingRisks.Cluster> courses(int stratum, Ending open) {
        List<CompetingRisks.Cluster> clusters = new ArrayList<>();
        for (PatternCounts.Counted counted : courses.get(stratum)) {
            int[] pattern = counted.pattern();
            List<CompetingRisks.Course> own = new ArrayList<>();
            for (int row = 0; row < pattern.length; row += COURSE_WIDTH) {
                Ending recorded = Ending.ofCode(pattern[row + 3]);
                Ending ending = recorded == Ending.CENSORED ? open : recorded;
                own.add(new CompetingRisks.Course(pattern[row + 1], pattern[row + 2], ending));
            }
            clusters.add(new CompetingRisks.Cluster(own, counted.patients()));
        }
        return clusters;
    }

    ClusteredTimes days(int stratum) {
        ClusteredTimes times = new ClusteredTimes();
        for (PatternCounts.Counted counted : days.get(stratum)) {
            int[] pattern = counted.pattern();
            for (int row = 0; row < pattern.length; row += DAYS_WIDTH) {
                times.observe(pattern[row + 1], pattern[row + 2] == 1);
            }
            times.endCluster(counted.patients());
        }
        return times;
    }
}
