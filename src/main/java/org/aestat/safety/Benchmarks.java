package org.aestat.safety;

import java.util.List;
import java.util.Optional;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.BenchmarkVerdict.Verdict;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.Counts;
import org.aestat.result.EventRate.Figures;
import org.aestat.result.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * Holds rates against limits: shown to be below, shown to be above, or too little to tell.
 *
 * @param level the one-sided confidence level of either bound, 0.5 to below 1
 */
public record Benchmarks(double level) {

    /** How small a share of unrecorded sessions is not asked whether it could undo a verdict: one in this many. */
    private static final long TOLERATED_UNRECORDED = 10;

    /**
     * The verdicts of {@link Benchmark#STANDARD} on all sessions.
     *
     * @param rates the rates
     * @param sessions the number of sessions, none of which records an event without a rate
     */
    public List<BenchmarkVerdict> verdicts(List<EventRate> rates, long sessions) {
        return Benchmark.STANDARD.stream()
                .map(benchmark -> verdict(benchmark, rates, sessions))
                .toList();
    }

    private BenchmarkVerdict verdict(Benchmark benchmark, List<EventRate> rates, long sessions) {
        Optional<EventRate> found = rates.stream()
                .filter(rate -> rate.stratum().isOverall() && rate.event().equals(benchmark.event()))
                .findFirst();
        if (found.isEmpty()) {
            Counts unrecorded = new Counts(0, 0, sessions, 0, 0, 0, null);
            String column = rates.size() == 1 ? "of adverse events" : benchmark.event();
            return undecided(benchmark, unrecorded, "not recorded: the export has no column " + column);
        }
        EventRate rate = found.get();
        return rate.estimate()
                .fold(
                        figures -> decided(benchmark, rate.counts(), figures),
                        reason -> undecided(benchmark, rate.counts(), reason));
    }

    private BenchmarkVerdict undecided(Benchmark benchmark, Counts counts, String reason) {
        return new BenchmarkVerdict(
                benchmark.id(),
                benchmark.event(),
                Stratum.OVERALL,
                benchmark.limit(),
                level,
                Verdict.INCONCLUSIVE,
                reason,
                counts,
                null,
                null,
                null,
                null,
                null,
                null,
                benchmark.source(),
                benchmark.comparators());
    }

    private BenchmarkVerdict decided(Benchmark benchmark, Counts counts, Figures figures) {
        OneSidedBounds bounds = OneSidedBounds.of(figures.interval(), counts.denominator(), level);
        LimitSearch search = new LimitSearch(bounds, counts.events(), counts.denominator(), benchmark.limit());
        Long tippingPoint = search.isBelow() ? search.tippingPoint(counts.notRecorded()) : null;
        Verdict shown = search.verdict();
        String reason = doubt(counts, figures, tippingPoint);
        Verdict verdict = reason.isEmpty() ? shown : Verdict.INCONCLUSIVE;
        boolean open = verdict == Verdict.INCONCLUSIVE;
        return new BenchmarkVerdict(
                benchmark.id(),
                benchmark.event(),
                Stratum.OVERALL,
                benchmark.limit(),
                level,
                verdict,
                reason.isEmpty() ? reasonOf(shown) : reason,
                counts,
                figures.rate(),
                bounds.lower(counts.events(), counts.denominator()),
                bounds.upper(counts.events(), counts.denominator()),
                open && !search.isBelow() ? search.sessionsNeeded() : null,
                open ? null : search.holdsToDesignEffect(),
                tippingPoint,
                benchmark.source(),
                benchmark.comparators());
    }

    /** Why no verdict may be given whatever the bounds say, or an empty string. */
    private static String doubt(Counts counts, Figures figures, @Nullable Long tippingPoint) {
        if (!(figures.frequency() instanceof Estimated)) {
            return figures.frequency().fold(words -> "", reason -> reason);
        }
        long sessions = counts.denominator() + counts.notRecorded();
        if (tippingPoint != null && counts.notRecorded() * TOLERATED_UNRECORDED > sessions) {
            return "more than 10 % of sessions are not recorded, and " + tippingPoint
                    + " of them with the event would undo it";
        }
        return "";
    }

    private static String reasonOf(Verdict verdict) {
        return switch (verdict) {
            case DEMONSTRATED_BELOW -> "the upper bound is below the limit";
            case DEMONSTRATED_ABOVE -> "the lower bound is above the limit";
            case INCONCLUSIVE -> "the limit lies between the bounds";
        };
    }
}
