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
    /** By place, a row for each course: the entry; the exit and the ending. */
    private final PatternCounts[] patterns;

    private final long[] seenAgain;
    private final long[] held;

    /**
     * No courses yet.
     *
     * @param definition what counts as relief
     * @param places how many {@linkplain TallyPlaces places} there are to count them
     */
    DefinedRelief(ReliefDefinition definition, int places) {
        this.definition = definition;
        patterns = new PatternCounts[places];
        Arrays.setAll(patterns, place -> new PatternCounts());
        seenAgain = new long[places];
        held = new long[places];
    }

    ReliefDefinition definition() {
        return definition;
    }

    /** Adds a course of the patient at hand. */
    void course(Course course, CourseReading reading, int place) {
        Ending ending = reading.ending();
        if (ending == null) {
            return;
        }
        patterns[place].row(reading.entry(), ReliefPatterns.second(reading.exit(), ending));
        Answer later = reading.heldAtNextVisit(course, definition);
        seenAgain[place] += later.isRecorded() ? 1 : 0;
        held[place] += later == Answer.YES ? 1 : 0;
    }

    /** Ends the patient at hand, who has courses there. */
    void endPatient(int place) {
        patterns[place].endPatient();
    }

    /** Moves what was counted at a place to a stratum and the overall one. */
    void move(int stratum, int own) {
        for (int to : new int[] {Strata.OVERALL, stratum}) {
            patterns[to].add(patterns[own]);
            seenAgain[to] += seenAgain[own];
            held[to] += held[own];
        }
        patterns[own] = new PatternCounts();
        seenAgain[own] = 0;
        held[own] = 0;
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
