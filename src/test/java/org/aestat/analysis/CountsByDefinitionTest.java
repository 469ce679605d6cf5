package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aestat.result.EventRate;
import org.aestat.session.EventSet;
import org.aestat.session.Grade;
import org.aestat.session.PatientHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts that are kept in short against those by definition. */
class CountsByDefinitionTest {

    private static final List<List<List<String>>> GROUPINGS = List.of(
            List.of(), List.of(List.of("condition")), List.of(List.of("condition"), List.of("condition", "site")));

    private static List<SessionEvent> events(RandomClinic clinic) {
        List<SessionEvent> events =
                new ArrayList<>(ReportedEvent.of(clinic.table().layout().events()));
        events.add(new ReportedEvent("none", "minor", new EventSet(), true, Grade.MILD));
        for (CarnesClass category : CarnesClass.values()) {
            events.add(new ClassedEvent("bruising", "minor", 0, category));
        }
        return events;
    }

    @ParameterizedTest
    @EnumSource(ClusterLevel.class)
    void eventsAreCountedAsIfOneByOne(ClusterLevel level) {
        for (int seed = 0; seed < 2 * GROUPINGS.size(); seed++) {
            RandomClinic clinic = new RandomClinic(seed);
            Strata strata = new Strata(clinic.table(), GROUPINGS.get(seed % GROUPINGS.size()));
            AnalysisSettings settings =
                    new AnalysisSettings(0.9, IntervalChoice.KORN_GRAUBARD, level, 1.5, null, 90, null, false);
            List<SessionEvent> events = events(clinic);
            EventTallies tallies = new EventTallies(clinic.table().layout(), strata, events, settings);
            EventTallies others = tallies.fresh();
            SlowEventTallies expected = new SlowEventTallies(clinic.table().layout(), strata, events, settings);
            List<PatientHistory> histories = new ArrayList<>(clinic.histories());
            int[] longHistory = IntStream.range(0, clinic.table().size()).toArray();
            histories.addAll(
                    Collections.nCopies(8, new PatientHistory(clinic.table(), longHistory, 0, longHistory.length)));
            for (PatientHistory history : histories) {
                (history.size() % 2 == 0 ? tallies : others).accept(history);
                expected.accept(history);
            }
            tallies.add(others);

            List<EventRate> rates = new ArrayList<>();
            for (int stratum = 0; stratum < strata.size(); stratum++) {
                for (int e = 0; e < events.size(); e++) {
                    rates.add(tallies.rate(stratum, e));
                }
            }

            assertThat(rates).isEqualTo(expected.rates());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void patternsAreCountedAndSortedAsLists(long seed) {
        Random random = new Random(seed);
        int different = seed == 1 ? 2 : 5_000;
        PatternCounts counts = new PatternCounts();
        PatternCounts others = new PatternCounts();
        SlowPatternCounts expected = new SlowPatternCounts();
        for (int patient = 0; patient < 4_000; patient++) {
            PatternCounts part = random.nextBoolean() ? counts : others;
            int from = random.nextInt(different);
            List<int[]> rows = new ArrayList<>();
            for (int i = random.nextInt(patient % 50 == 0 ? 40 : 4); i > 0; i--) {
                int[] row = {(from + random.nextInt(2)) % 70, random.nextInt(3)};
                rows.add(row);
                part.row(row[0], row[1]);
            }
            part.endPatient();
            expected.add(rows);
        }
        counts.add(others);

        List<String> lists = expected.sorted().stream()
                .map(counted -> Arrays.toString(counted.pattern()) + " x " + counted.patients())
                .toList();

        assertThat(described(counts.sorted())).isEqualTo(lists);
        assertThat(described(counts.sorted())).isEqualTo(lists);
    }

    private static List<String> described(Patterns sorted) {
        List<String> described = new ArrayList<>();
        for (int place = 0; place < sorted.size(); place++) {
            List<Integer> numbers = new ArrayList<>();
            for (int row = sorted.start(place); row < sorted.end(place); row++) {
                numbers.add((int) sorted.first(row));
                numbers.add((int) sorted.second(row));
            }
            described.add(numbers + " x " + sorted.patients(place));
        }
        return described;
    }
}
