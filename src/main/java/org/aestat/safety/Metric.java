package org.aestat.safety;

import org.aestat.result.ThresholdResult.Unit;

/**
 * What a threshold measures.
 *
 * @param kind the kind of figure
 * @param argument what stands in brackets: an event, a column, hours or a session; empty where nothing does
 * @param amount the minutes or the session that the argument means, else 0
 */
public record Metric(Kind kind, String argument, int amount) {

    /** What stands in brackets behind the name of a metric. */
    public enum Argument {
        /** Nothing, and no brackets. */
        NONE(""),
        /** An adverse event. */
        EVENT("(EVENT)"),
        /** A column of the export. */
        COLUMN("(COLUMN)"),
        /** Hours after the session. */
        HOURS("(48h)"),
        /** The ordinal of a session. */
        SESSION("(6)"),
        /** The rate of an adverse event. */
        RATE("(rate(EVENT))");

        private final String example;

        Argument(String example) {
            this.example = example;
        }

        /** How it is written. */
        public String example() {
            return example;
        }
    }

    /** Where the uncertainty of a figure comes from. */
    public enum Certainty {
        /** The figure is a fact about the export: the value itself decides. */
        FACT,
        /** A sample of sessions, with the clusters that the policy names. */
        SESSIONS,
        /** A sample of patients. */
        PATIENTS
    }

    /** The kinds of figures. */
    public enum Kind {
        /** Sessions with an event among those assessed. */
        RATE("rate", Argument.EVENT, Unit.FRACTION, Certainty.SESSIONS),
        /** Patients with an event among those assessed. */
        PATIENT_RATE("patient_rate", Argument.EVENT, Unit.FRACTION, Certainty.PATIENTS),
        /** The rate now minus that of an earlier result. */
        CHANGE("change", Argument.RATE, Unit.FRACTION, Certainty.SESSIONS),
        /** Sessions with an event. */
        COUNT("count", Argument.EVENT, Unit.COUNT, Certainty.FACT),
        /** Sessions in which a column is not recorded, among all. */
        NOT_RECORDED("not_recorded", Argument.COLUMN, Unit.FRACTION, Certainty.FACT),
        /** Sore sessions whose soreness had resolved by an hour. */
        RESOLVED_BY("soreness.resolved_by", Argument.HOURS, Unit.FRACTION, Certainty.PATIENTS),
        /** The hours by which half the sore sessions had resolved. */
        MEDIAN_HOURS("soreness.median_hours", Argument.NONE, Unit.HOURS, Certainty.PATIENTS),
        /** Courses relieved by a session. */
        RELIEVED_BY("relief.by_session", Argument.SESSION, Unit.FRACTION, Certainty.PATIENTS),
        /** The session by which half the courses had relief. */
        MEDIAN_SESSIONS("relief.median_sessions", Argument.NONE, Unit.SESSIONS, Certainty.PATIENTS),
        /** Sessions in spite of a contraindication. */
        CONTRAINDICATED("contraindicated_sessions", Argument.NONE, Unit.COUNT, Certainty.FACT),
        /** Rows that could not be read. */
        REJECTED_ROWS("rejected_rows", Argument.NONE, Unit.COUNT, Certainty.FACT);

        private final String label;
        private final Argument argument;
        private final Unit unit;
        private final Certainty certainty;

        Kind(String label, Argument argument, Unit unit, Certainty certainty) {
            this.label = label;
            this.argument = argument;
            this.unit = unit;
            this.certainty = certainty;
        }

        /** The name in policies. */
        public String label() {
            return label;
        }

        /** What has to stand in brackets behind the name. */
        public Argument argument() {
            return argument;
        }

        /** The unit of the figure and of its limit. */
        public Unit unit() {
            return unit;
        }

        /** Where its uncertainty comes from. */
        public Certainty certainty() {
            return certainty;
        }
    }

    /** The metric as a policy writes it. */
    public String text() {
        if (kind == Kind.CHANGE) {
            return kind.label() + "(" + Kind.RATE.label() + "(" + argument + "))";
        }
        return argument.isEmpty() ? kind.label() : kind.label() + "(" + argument + ")";
    }

    /** Whether the value itself decides, whatever evidence is asked for. */
    public boolean isFact() {
        return kind.certainty() == Certainty.FACT;
    }
}
