package org.aestat.publish;

import java.util.List;
import org.aestat.result.RunSettings;
import org.aestat.result.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * A result as it may be published. It holds nothing that was withheld, so that nothing which shows it can tell it.
 *
 * @param command the command's name
 * @param version the version of aestat
 * @param minCell the largest count that is small
 * @param settings the choices made
 * @param rows what became of the rows
 * @param patients patients with a used session
 * @param strata the sessions of each stratum that rates and soreness are told of, all sessions first
 * @param rates adverse-event rates, null if the command does not do them
 * @param verdicts verdicts on published limits, null likewise
 * @param soreness resolution of soreness, null likewise
 * @param relief sessions to relief, null likewise
 */
public record PublishedReport(
        String command,
        String version,
        long minCell,
        RunSettings settings,
        Rows rows,
        PublishedCount patients,
        List<Size> strata,
        @Nullable List<Rate> rates,
        @Nullable List<Verdict> verdicts,
        @Nullable List<Resolution> soreness,
        @Nullable List<Relief> relief) {

    /** The rows of all inputs of sessions together; the accounts of other files are not published. */
    public record Rows(PublishedCount read, PublishedCount used, PublishedCount excluded, PublishedCount rejected) {}

    /** How many sessions a stratum has. */
    public record Size(Stratum stratum, PublishedCount sessions) {}

    /**
     * How often an adverse event happened.
     *
     * @param event the event
     * @param stratum the sessions
     * @param severity minor, major or any
     * @param events sessions recorded yes
     * @param denominator sessions recorded yes or no
     * @param notRecorded sessions without an answer
     * @param rate events per assessed session, as a range where a count is withheld; null where none is assessed
     * @param interval its confidence interval, null where a count is withheld or nothing can be estimated
     */
    public record Rate(
            String event,
            Stratum stratum,
            String severity,
            PublishedCount events,
            PublishedCount denominator,
            PublishedCount notRecorded,
            @Nullable Bounds rate,
            @Nullable Interval interval) {}

    /** A lowest and a highest value, equal where it is known. */
    public record Bounds(double from, double to) {}

    /** A confidence interval with limits rounded outward to a tenth of a percentage point. */
    public record Interval(String method, double level, double lower, double upper) {}

    /**
     * A verdict on a published limit; the counts behind it are those of the rate of all sessions.
     *
     * @param id the limit's name
     * @param event the event
     * @param limit the limit, a fraction of sessions
     * @param level the one-sided confidence level
     * @param verdict what the data show
     * @param source where the limit comes from
     */
    public record Verdict(String id, String event, double limit, double level, String verdict, String source) {}

    /**
     * How soreness resolved.
     *
     * @param stratum the sessions
     * @param method kaplan-meier or npmle
     * @param sessions sessions in the curve
     * @param resolvedBy the share resolved by some hours
     */
    public record Resolution(Stratum stratum, String method, PublishedCount sessions, List<Share> resolvedBy) {

        /** Copies the list. */
        public Resolution {
            resolvedBy = List.copyOf(resolvedBy);
        }
    }

    /**
     * How many sessions courses needed until relief.
     *
     * @param stratum the courses, by their first session
     * @param definition what counts as relief
     * @param courses courses in the curve
     * @param relieved those that reached relief
     * @param relievedBy the share relieved by some sessions
     */
    public record Relief(
            Stratum stratum,
            String definition,
            PublishedCount courses,
            PublishedCount relieved,
            List<Share> relievedBy) {

        /** Copies the list. */
        public Relief {
            relievedBy = List.copyOf(relievedBy);
        }
    }

    /**
     * A point of a curve.
     *
     * @param at hours, or the ordinal of the session
     * @param share the share by then, rounded to 5 percentage points
     * @param lower its lower confidence limit, rounded down to 5 percentage points, or null
     * @param upper its upper confidence limit, rounded up likewise, or null
     */
    public record Share(
            double at,
            double share,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
