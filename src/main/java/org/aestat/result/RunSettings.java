package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choices that a result depends on, as stated on the command line or by default.
 *
 * @param confidence level of two-sided intervals and of one-sided verdicts
 * @param interval the interval method asked for
 * @param cluster what sessions are clustered by
 * @param by the columns that make strata
 * @param where the filters, {@code COLUMN=VALUE}
 * @param from the first date, or an empty string
 * @param to the last date, or an empty string
 * @param heterogeneity the assumed standard deviation of patients' log-odds
 * @param designEffect the stated design effect of rates, null if none was stated
 * @param courseGap days without a session after which a course is over
 * @param relief the definition of relief asked for, or "default"
 * @param among whose soreness the curve describes: sore or all
 * @param curves the choices that change curves
 * @param preset the program that wrote the exports, or null if none was stated
 * @param dictionary the data dictionary of its project, or null if none was given
 */
public record RunSettings(
        double confidence,
        String interval,
        String cluster,
        List<String> by,
        List<String> where,
        String from,
        String to,
        double heterogeneity,
        @Nullable Double designEffect,
        int courseGap,
        String relief,
        String among,
        Curves curves,
        @Nullable String preset,
        @Nullable String dictionary) {

    /**
     * The choices that change curves of soreness and relief.
     *
     * @param confidenceType the scale on which limits of resolution curves are symmetric
     * @param seed of the bootstrap
     * @param replicates of the bootstrap
     * @param stratify the columns within whose values the test compares
     * @param sustained whether relief has to hold at every later assessed session
     */
    public record Curves(String confidenceType, long seed, int replicates, List<String> stratify, boolean sustained) {

        /** What holds where the user says nothing. */
        public static final Curves DEFAULT = new Curves("log-log", 20240229, 500, List.of(), false);

        /** Copies the list. */
        public Curves {
            stratify = List.copyOf(stratify);
        }
    }

    /** The settings of a run without a preset. */
    public RunSettings(
            double confidence,
            String interval,
            String cluster,
            List<String> by,
            List<String> where,
            String from,
            String to,
            double heterogeneity,
            @Nullable Double designEffect,
            int courseGap,
            String relief,
            String among,
            Curves curves) {
        this(
                confidence,
                interval,
                cluster,
                by,
                where,
                from,
                to,
                heterogeneity,
                designEffect,
                courseGap,
                relief,
                among,
                curves,
                null,
                null);
    }

    /** Copies the lists. */
    public RunSettings {
        by = List.copyOf(by);
        where = List.copyOf(where);
    }
}
