package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aestat.session.PatientHistory;

/** Hands every history to several accumulators in one pass, of which threads can take parts. */
public final class OnePass implements Consumer<PatientHistory> {

    private final List<Member<?>> members = new ArrayList<>();

    /** An accumulator, and the one that it is to be combined with. */
    private record Member<A extends Accumulator<PatientHistory, ?, A>>(A accumulator, A whole) {

        private Member<A> part() {
            return new Member<>(accumulator.fresh(), accumulator);
        }

        private void join() {
            whole.combine(accumulator);
        }
    }

    /** Adds an accumulator to the pass and gives it back. */
    public <A extends Accumulator<PatientHistory, ?, A>> A add(A accumulator) {
        members.add(new Member<>(accumulator, accumulator));
        return accumulator;
    }

    /** An empty pass of the same accumulators, for some of the histories. */
    public Part part() {
        Part part = new Part();
        members.forEach(member -> part.pass.members.add(member.part()));
        return part;
    }

    /** A part of a pass: what it accepts counts in the pass once it has joined. */
    public static final class Part implements Consumer<PatientHistory> {

        private final OnePass pass = new OnePass();

        @Override
        public void accept(PatientHistory history) {
            pass.accept(history);
        }

        /** Adds all that was accepted to the pass. To be called once, by one part at a time. */
        public void join() {
            pass.members.forEach(Member::join);
        }
    }

    @Override
    public void accept(PatientHistory history) {
        for (Member<?> member : members) {
            member.accumulator().accept(history);
        }
    }
}
