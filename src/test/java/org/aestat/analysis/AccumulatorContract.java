package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aestat.session.PatientHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every accumulator over patient histories must do: any order and split give the same result to the bit. */
abstract class AccumulatorContract<R, A extends Accumulator<PatientHistory, R, A>> {

    /** An empty accumulator for the data set. */
    abstract A empty(RandomClinic clinic);

    /** An accumulator that must not be combined with an {@link #empty} one; null if there is only one kind. */
    abstract A otherConfiguration(RandomClinic clinic);

    private A filled(RandomClinic clinic, List<PatientHistory> histories) {
        A accumulator = empty(clinic);
        histories.forEach(accumulator::accept);
        return accumulator;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anyOrderGivesTheSame(long seed) {
        RandomClinic clinic = new RandomClinic(seed);
        R expected = filled(clinic, clinic.histories()).result();
        List<PatientHistory> shuffled = new ArrayList<>(clinic.histories());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(filled(clinic, shuffled).result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anySplitGivesTheSame(long seed) {
        RandomClinic clinic = new RandomClinic(seed);
        List<PatientHistory> histories = clinic.histories();
        R expected = filled(clinic, histories).result();
        Random random = new Random(seed);
        List<A> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            parts.add(empty(clinic));
        }
        histories.forEach(history -> parts.get(random.nextInt(parts.size())).accept(history));

        A combined = parts.get(3);
        for (int i : new int[] {4, 0, 2, 1}) {
            combined = combined.combine(parts.get(i));
        }

        assertThat(combined.result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void partsOfAPassGiveTheSame(long seed) {
        RandomClinic clinic = new RandomClinic(seed);
        List<PatientHistory> histories = clinic.histories();
        R expected = filled(clinic, histories).result();
        OnePass pass = new OnePass();
        A accumulator = pass.add(empty(clinic));
        histories.subList(0, 9).forEach(pass);

        List<OnePass.Part> parts = List.of(pass.part(), pass.part(), pass.part());
        for (int i = 9; i < histories.size(); i++) {
            parts.get(i % parts.size()).accept(histories.get(i));
        }
        parts.forEach(OnePass.Part::join);

        assertThat(accumulator.result()).isEqualTo(expected);
    }

    @Test
    void aFreshOneIsEmptyAndSetUpAlike() {
        RandomClinic clinic = new RandomClinic(8);
        A filled = filled(clinic, clinic.histories());
        R expected = filled.result();

        assertThat(filled.fresh().result()).isEqualTo(empty(clinic).result());
        assertThat(filled.fresh().combine(filled).result()).isEqualTo(expected);
    }

    @Test
    void combiningWithAnEmptyOneChangesNothing() {
        RandomClinic clinic = new RandomClinic(4);
        R expected = filled(clinic, clinic.histories()).result();

        assertThat(filled(clinic, clinic.histories()).combine(empty(clinic)).result())
                .isEqualTo(expected);
        assertThat(empty(clinic).combine(filled(clinic, clinic.histories())).result())
                .isEqualTo(expected);
    }

    @Test
    void askingForTheResultChangesNothing() {
        RandomClinic clinic = new RandomClinic(5);
        A accumulator = filled(clinic, clinic.histories());
        R first = accumulator.result();

        assertThat(accumulator.result()).isEqualTo(first);
        assertThat(empty(clinic).result()).isNotEqualTo(first);
    }

    @Test
    void canBeStoredAndResumed() throws IOException, ClassNotFoundException {
        RandomClinic clinic = new RandomClinic(6);
        List<PatientHistory> histories = clinic.histories();
        R expected = filled(clinic, histories).result();

        A resumed = copy(filled(clinic, histories.subList(0, 20)));
        histories.subList(20, histories.size()).forEach(resumed::accept);
        assertThat(resumed.result()).isEqualTo(expected);

        A combined = copy(filled(clinic, histories.subList(0, 20)))
                .combine(copy(filled(clinic, histories.subList(20, histories.size()))));
        assertThat(combined.result()).isEqualTo(expected);
    }

    @Test
    void refusesAnotherConfiguration() {
        RandomClinic clinic = new RandomClinic(7);
        A other = otherConfiguration(clinic);
        if (other != null) {
            assertThatThrownBy(() -> empty(clinic).combine(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("of another configuration");
        }
    }

    @SuppressWarnings("unchecked")
    private A copy(A accumulator) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (A) in.readObject();
        }
    }
}
