package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.ReliefResult.Held;
import org.aestat.session.Answer;
import org.aestat.session.Course;
import org.jspecify.annotations.Nullable;

/** What the courses of each stratum tell under one definition of relief, exactly. */
final class DefinedRelief implements Serializable {

    private static final long serialVersionUID = 1;

    private final ReliefDefinition definition;
    private final PatternCounts patterns = new PatternCounts();
    private final long[] seenAgain;
    private final long[] held;
    private final ArrayList<int[]> ofPatient = new ArrayList<>();

    DefinedRelief(ReliefDefinition definition, int strata) {
        this.definition = definition;
        seenAgain = new long[strata];
        held = new long[strata];
    }

    ReliefDefinition definition() {
        return definition;
    }

    /** Adds a course of the patient at hand to a stratum. */
    void course(Course course, CourseReading reading, int stratum) {
        if (reading.ending() == null) {
            return;
        }
        ofPatient.add(new int[] {
            stratum, reading.entry(), reading.exit(), reading.ending().code()
        });
        Answer later = reading.heldAtNextVisit(course, definition);
        seenAgain[stratum] += later.isRecorded() ? 1 : 0;
        held[stratum] += later == Answer.YES ? 1 : 0;
    }

    /** Ends the patient at hand, who is one pattern in each stratum. */
    void endPatient() {
        ofPatient.stream()
                .mapToInt(row -> row[0])
                .distinct()
                .forEach(stratum -> patterns.add(new ArrayList<>(
                        ofPatient.stream().filter(row -> row[0] == stratum).toList())));
        ofPatient.clear();
    }

    void add(DefinedRelief other) {
        patterns.add(other.patterns);
        for (int i = 0; i < held.length; i++) {
            seenAgain[i] += other.seenAgain[i];
            held[i] += other.held[i];
        }
    }

    List<PatternCounts.Counted> patterns() {
        return patterns.sorted();
    }

    /** How relief held in a stratum; null where it is not told by pain. */
    @Nullable
    Held held(int stratum) {
        return definition.needsBaseline() ? new Held(seenAgain[stratum], held[stratum]) : null;
    }
}
