package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.session.Course;
import org.aestat.session.Session;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.CompetingRisks.Ending;

/** The days from the first session of a course to relief or to the last assessed session, stratum by stratum, exactly. */
final class ReliefDays implements Serializable {

    private static final long serialVersionUID = 1;

    /** By place, a row for each course: the days; 1 for relief. */
    private final PatternCounts[] patterns;

    /**
     * No courses yet.
     *
     * @param places how many {@linkplain TallyPlaces places} there are to count them
     */
    ReliefDays(int places) {
        patterns = new PatternCounts[places];
        Arrays.setAll(patterns, place -> new PatternCounts());
    }

    /** Adds a course of the patient at hand, if it has the dates and starts with the first session. */
    void course(Course course, CourseReading reading, int place) {
        Ending ending = reading.ending();
        if (ending == null || reading.entry() > 0) {
            return;
        }
        int first = course.date(0);
        int last = course.date(reading.exitSession());
        if (first != Session.NO_DATE && last != Session.NO_DATE) {
            patterns[place].row(last - first, ending == Ending.EVENT ? 1 : 0);
        }
    }

    /** Ends the patient at hand, who has courses there. */
    void endPatient(int place) {
        patterns[place].endPatient();
    }

    /** Moves what was counted at a place to a stratum and the overall one. */
    void move(int stratum, int own) {
        patterns[Strata.OVERALL].add(patterns[own]);
        patterns[stratum].add(patterns[own]);
        patterns[own] = new PatternCounts();
    }

    void add(ReliefDays other) {
        for (int i = 0; i < patterns.length; i++) {
            patterns[i].add(other.patterns[i]);
        }
    }

    ClusteredTimes times(int stratum) {
        Patterns sorted = patterns[stratum].sorted();
        ClusteredTimes times = new ClusteredTimes();
        for (int place = 0; place < sorted.size(); place++) {
            for (int row = sorted.start(place); row < sorted.end(place); row++) {
                times.observe((int) sorted.first(row), sorted.second(row) == 1);
            }
            times.endCluster(sorted.patients(place));
        }
        return times;
    }
}
