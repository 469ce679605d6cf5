package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aestat.analysis.Accumulator;
import org.aestat.analysis.OnePass;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories are handed out once each, whole and in the order of reading, on one thread or several. */
class HistoriesTest {

    /** Counts histories, sessions and the squares of the histories' sizes; refuses a history out of order. */
    private static final class Sizes implements Accumulator<PatientHistory, List<Long>, Sizes> {

        private static final long serialVersionUID = 1;

        private final int refused;
        private long histories;
        private long sessions;
        private long squares;

        private Sizes(int refused) {
            this.refused = refused;
        }

        @Override
        public Sizes fresh() {
            return new Sizes(refused);
        }

        @Override
        public void accept(PatientHistory history) {
            int previous = -1;
            for (int i = 0; i < history.size(); i++) {
                int date = history.get(i).date();
                if (date <= previous || date == refused) {
                    throw new IllegalStateException("date " + date);
                }
                previous = date;
            }
            histories++;
            sessions += history.size();
            squares += (long) history.size() * history.size();
        }

        @Override
        public Sizes combine(Sizes other) {
            histories += other.histories;
            sessions += other.sessions;
            squares += other.squares;
            return this;
        }

        @Override
        public List<Long> result() {
            return List.of(histories, sessions, squares);
        }
    }

    private final SessionLayout layout = new SessionLayout(List.of(), List.of(), List.of(), Set.of(Field.DATE));
    private final SessionTable table = new SessionTable(layout);

    private long[] fill(int sessions, int patients) {
        for (int patient = 0; patient < patients; patient++) {
            table.patients().code("p" + patient);
        }
        Random random = new Random(sessions);
        long[] sizes = new long[patients];
        SessionDraft draft = new SessionDraft(layout);
        for (int i = 0; i < sessions; i++) {
            int patient = random.nextInt(patients);
            sizes[patient]++;
            draft.clear();
            draft.setPatient(1 + patient);
            draft.setDate(i);
            table.add(draft, true);
        }
        return sizes;
    }

    @ParameterizedTest(name = "{0} sessions, {1} patients, {2} threads")
    @CsvSource({
        "0,3,4",
        "10,3,4",
        "49999,20000,3",
        "50000,20000,1",
        "50000,20000,3",
        "60000,4096,2",
        "60000,2,5",
        "90000,70000,2"
    })
    void everyHistoryOnce(int sessions, int patients, int threads) {
        long[] sizes = fill(sessions, patients);
        long histories = 0;
        long squares = 0;
        for (long size : sizes) {
            histories += size > 0 ? 1 : 0;
            squares += size * size;
        }
        OnePass pass = new OnePass();
        Sizes counted = pass.add(new Sizes(-1));

        new Histories(table).forEach(pass, threads);

        assertThat(counted.result()).containsExactly(histories, (long) sessions, squares);
    }

    @ParameterizedTest(name = "{0} threads")
    @CsvSource({"1", "2", "3"})
    void aFailureOfAnyThreadEndsThePass(int threads) {
        fill(60_000, 20_000);
        OnePass pass = new OnePass();
        pass.add(new Sizes(31_000));

        Throwable thrown = catchThrowable(() -> new Histories(table).forEach(pass, threads));

        assertThat(threads == 1 ? thrown : thrown.getCause()).hasMessage("date 31000");
    }
}
