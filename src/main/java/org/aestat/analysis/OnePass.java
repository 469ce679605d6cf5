package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aestat.session.PatientHistory;

/** Hands every history to several accumulators in one pass. */
public final class OnePass implements Consumer<PatientHistory> {

    private final List<Accumulator<PatientHistory, ?, ?>> accumulators = new ArrayList<>();

    /** Adds an accumulator to the pass and gives it back. */
    public <A extends Accumulator<PatientHistory, ?, A>> A add(A accumulator) {
        accumulators.add(accumulator);
        return accumulator;
    }

    @Override
    public void accept(PatientHistory history) {
        for (Accumulator<PatientHistory, ?, ?> accumulator : accumulators) {
            accumulator.accept(history);
        }
    }
}
