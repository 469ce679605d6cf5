package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.result.ReliefResult.Held;
import org.aestat.session.Answer;
import org.aestat.session.Course;
import org.aestat.stat.CompetingRisks.Ending;
import org.jspecify.annotations.Nullable;

/** What the courses of each stratum tell under one definition of relief, exactly. */
final class DefinedRelief implements Serializable {

    private static final long serialVersionUID = 1;

    private final ReliefDefinition definition;
    /** Stratum by stratum, a row for each course: the entry; the exit and the ending. */
    private final PatternCounts[] patterns;

    private final long[] seenAgain;
    private final long[] held;

    DefinedRelief(ReliefDefinition definition, int strata) {
        this.definition = definition;
        patterns = new PatternCounts[strata];
        Arrays.setAll(patterns, stratum -> new PatternCounts());
        seenAgain = new long[strata];
        held = new long[strata];
    }

    ReliefDefinition definition() {
        return definition;
    }

    /** Adds a course of the patient at hand to a stratum. */
    void course(Course course, CourseReading reading, int stratum) {
        Ending ending = reading.ending();
        if (ending == null) {
            return;
        }
        patterns[stratum].row(reading.entry(), ReliefPatterns.second(reading.exit(), ending));
        Answer later = reading.heldAtNextVisit(course, definition);
        seenAgain[stratum] += later.isRecorded() ? 1 : 0;
        held[stratum] += later == Answer.YES ? 1 : 0;
    }

    /** Ends the patient at hand in a stratum. */
    void endPatient(int stratum) {
        patterns[stratum].endPatient();
    }

    void add(DefinedRelief other) {
        for (int i = 0; i < held.length; i++) {
            patterns[i].add(other.patterns[i]);
            seenAgain[i] += other.seenAgain[i];
            held[i] += other.held[i];
        }
    }

    ReliefPatterns patterns(int stratum) {
        return new ReliefPatterns(patterns[stratum].sorted());
    }

    /** How relief held in a stratum; null where it is not told by pain. */
    @Nullable
    Held held(int stratum) {
        return definition.needsBaseline() ? new Held(seenAgain[stratum], held[stratum]) : null;
    }
}
