package org.aestat.safety;

import java.util.List;
import org.aestat.result.BenchmarkVerdict.Comparator;

/**
 * A published limit for the rate of an event.
 *
 * @param id its name
 * @param event the event
 * @param limit the limit, a fraction of sessions
 * @param source where it comes from
 * @param comparators published counts to read beside it
 */
public record Benchmark(String id, String event, double limit, String source, List<Comparator> comparators) {

    private static final String BOYCE =
            "Boyce et al. 2020, Int J Sports Phys Ther 15(1):103-113, who print 20 major events in 20,464 sessions as"
                    + " below 0.1 %";

    /** The limits that every report is held against. */
    public static final List<Benchmark> STANDARD = List.of(
            new Benchmark(
                    "pneumothorax",
                    "pneumothorax",
                    0.001,
                    BOYCE,
                    List.of(
                            new Comparator("Witt 2009", 2, 229_230, "patient"),
                            new Comparator("Weidenhammer 2008", 5, 503_397, "treatment cycle"),
                            new Comparator("White 2004 review", 4, 1_100_000, "session"))),
            new Benchmark(
                    "any_major",
                    "any_major",
                    0.001,
                    BOYCE,
                    List.of(
                            new Comparator("Boyce 2020", 20, 20_464, "session"),
                            new Comparator("Brady 2014, significant", 0, 7_629, "session"),
                            new Comparator("Furuse 2017, serious", 0, 14_039, "session"))));
}
