package org.aestat.safety;

import java.util.List;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Side;

/**
 * A limit that a metric has to keep.
 *
 * @param name its name
 * @param metric what is measured
 * @param side on which side of the limit the metric has to be
 * @param limit the limit, in the unit of the metric
 * @param rule what is asked of the data, and what follows
 * @param where which sessions are looked at
 * @param by the columns whose values get a verdict each, none for one verdict
 * @param lines where the policy says so
 */
public record Threshold(
        String name,
        Metric metric,
        Side side,
        double limit,
        Rule rule,
        List<Filter> where,
        List<String> by,
        Lines lines) {

    /** Copies the lists. */
    public Threshold {
        where = List.copyOf(where);
        by = List.copyOf(by);
    }

    /** The same threshold with the names that the columns have in the data. */
    public Threshold withColumns(List<Filter> newWhere, List<String> newBy) {
        return new Threshold(name, metric, side, limit, rule, newWhere, newBy, lines);
    }

    /**
     * What is asked of the data, and what follows.
     *
     * @param evidence what has to be shown
     * @param confidence the one-sided level of either bound, 0.5 to below 1
     * @param cluster what sessions are clustered by, as on the command line
     * @param adjust how breaches are adjusted for the number of strata
     * @param severity what a breach does
     * @param inconclusive what an open verdict does
     * @param inconclusiveStated whether the threshold itself says so
     */
    public record Rule(
            Evidence evidence,
            double confidence,
            String cluster,
            Adjust adjust,
            Severity severity,
            WhenOpen inconclusive,
            boolean inconclusiveStated) {}

    /**
     * Values of a column, any of which a session may have.
     *
     * @param column the column
     * @param values the values as written in the export; empty for not recorded
     */
    public record Filter(String column, List<String> values) {

        /** Copies the list. */
        public Filter {
            values = List.copyOf(values);
        }
    }

    /**
     * Lines of the policy.
     *
     * @param start where the threshold begins
     * @param metric where its metric stands
     * @param where where its filters stand
     * @param by where its columns stand
     * @param cluster where the clusters are named
     */
    public record Lines(int start, int metric, int where, int by, int cluster) {}

    /** What has to be shown. */
    public enum Evidence {
        /** The bound has to clear the limit. */
        DEMONSTRATED("demonstrated"),
        /** The data must not show that the limit is passed. */
        NOT_EXCEEDED("not-exceeded"),
        /** The estimate alone decides. */
        POINT("point");

        private final String label;

        Evidence(String label) {
            this.label = label;
        }

        /** The word in policies and results. */
        public String label() {
            return label;
        }
    }

    /** How breaches are adjusted for the number of strata. */
    public enum Adjust {
        /** By Holm's step-down procedure. */
        HOLM("holm"),
        /** Not at all. */
        NONE("none");

        private final String label;

        Adjust(String label) {
            this.label = label;
        }

        /** The word in policies and results. */
        public String label() {
            return label;
        }
    }

    /** What an open verdict does. */
    public enum WhenOpen {
        /** The gate fails. */
        FAIL("fail"),
        /** The gate warns. */
        WARN("warn"),
        /** Nothing. */
        PASS("pass");

        private final String label;

        WhenOpen(String label) {
            this.label = label;
        }

        /** The word in policies and results. */
        public String label() {
            return label;
        }

        Effect effect() {
            return switch (this) {
                case FAIL -> Effect.FAIL;
                case WARN -> Effect.WARN;
                case PASS -> Effect.NONE;
            };
        }
    }

    /** What a breach does. */
    public enum Severity {
        /** The gate fails. */
        ERROR("error"),
        /** The gate warns. */
        WARNING("warning");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        /** The word in policies and results. */
        public String label() {
            return label;
        }
    }
}
