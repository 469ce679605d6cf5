package org.aestat.publish;

import java.util.List;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.EventRate;
import org.aestat.stat.Limits;
import org.aestat.stat.ProportionMethod;

/**
 * Which counts of an event are withheld together for the sake of the verdicts on it, which are published. A verdict
 * with the number of sessions narrows a count from 1 to the limit. Where it would leave a single number, all counts
 * from 0 to twice the limit are withheld alike. That depends on nothing but what is published.
 *
 * @param highest the largest count withheld with 0, or -1 where the verdicts need nothing
 */
record VerdictRange(long highest) {

    private static final VerdictRange NONE = new VerdictRange(-1);

    static VerdictRange of(EventRate.Counts counts, List<BenchmarkVerdict> verdicts, long limit) {
        long agreeing = 0;
        for (long events = 1; events <= Math.min(limit, counts.denominator()); events++) {
            agreeing += agrees(events, counts.denominator(), verdicts) ? 1 : 0;
        }
        return agreeing == 1 ? new VerdictRange(2 * limit) : NONE;
    }

    boolean isWithheld(long events) {
        return events <= highest;
    }

    /** Whether independent sessions with so many events would give the verdicts. */
    private static boolean agrees(long events, long sessions, List<BenchmarkVerdict> verdicts) {
        for (BenchmarkVerdict verdict : verdicts) {
            Limits limits = limits(events, sessions, verdict.level());
            boolean below = limits.upper() < verdict.limit();
            boolean above = limits.lower() > verdict.limit();
            boolean agrees =
                    switch (verdict.verdict()) {
                        case DEMONSTRATED_BELOW -> below;
                        case DEMONSTRATED_ABOVE -> above;
                        case INCONCLUSIVE -> !below && !above;
                    };
            if (!agrees) {
                return false;
            }
        }
        return true;
    }

    private static Limits limits(long events, long sessions, double level) {
        return ProportionMethod.CLOPPER_PEARSON.limits((double) events, (double) sessions, Math.max(0, 2 * level - 1));
    }
}
