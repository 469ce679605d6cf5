package org.aestat.result;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of a stored result to compare a later one with it.
 *
 * @param version the version of aestat that wrote it
 * @param command the command that it is of: rates, report or check
 * @param settings the choices made
 * @param policySha256 the digest of the policy, null where there was none
 * @param inputs the SHA-256 of each input
 * @param sessions the sessions used
 * @param rates rates of events, as groups of strata
 */
public record EarlierResult(
        String version,
        String command,
        Settings settings,
        @Nullable String policySha256,
        Set<String> inputs,
        long sessions,
        List<Group> rates) {

    /** Copies the collections. */
    public EarlierResult {
        inputs = Set.copyOf(inputs);
        rates = List.copyOf(rates);
    }

    /**
     * The choices that rates depend on.
     *
     * @param confidence the level
     * @param interval the interval method asked for
     * @param cluster what sessions are clustered by
     * @param heterogeneity the assumed standard deviation of patients' log-odds
     * @param designEffect the stated design effect, or null
     * @param by the columns that make strata
     * @param where the filters, {@code COLUMN=VALUE}
     */
    public record Settings(
            double confidence,
            String interval,
            String cluster,
            double heterogeneity,
            @Nullable Double designEffect,
            List<String> by,
            List<String> where) {

        /** Copies the lists. */
        public Settings {
            by = List.copyOf(by);
            where = List.copyOf(where);
        }
    }

    /**
     * The rates of one event.
     *
     * @param threshold the name of the threshold they belong to, null where to none
     * @param event the event
     * @param strata a rate a stratum
     */
    public record Group(@Nullable String threshold, String event, List<Rate> strata) {

        /** Copies the list. */
        public Group {
            strata = List.copyOf(strata);
        }
    }

    /**
     * The rate of an event in a stratum.
     *
     * @param stratum the sessions
     * @param events sessions with the event
     * @param sessions assessed sessions
     * @param notRecorded sessions that say nothing
     * @param patients patients assessed, null where the result does not tell
     * @param interval the two-sided interval, null where the rate cannot be estimated
     * @param reason why it cannot, else null
     */
    public record Rate(
            Stratum stratum,
            long events,
            long sessions,
            long notRecorded,
            @Nullable Long patients,
            @Nullable ProportionInterval interval,
            @Nullable String reason) {

        /** Refuses impossible counts. */
        public Rate {
            if (events > sessions || (interval != null && sessions == 0)) {
                throw new IllegalArgumentException(events + " events in " + sessions + " sessions");
            }
        }
    }
}
