package org.aestat.csv;

import java.util.List;

/** What the cells of a column hold. */
enum ValueKind {
    /** An identifier, only trimmed; words for "not recorded" do not apply. */
    ID("an id", ""),
    /** A category as written. */
    TEXT("text", ""),
    /** A calendar day. */
    DATE(
            "an ISO date (2025-01-31) that exists, from 1900 to 2199",
            "Give the format with --date-format or in the mapping."),
    /** The number of a session within its course. */
    SESSION_NUMBER("a whole number from 1 to 1000000", ""),
    /** A count of needles. */
    NEEDLES("a whole number from 0 to 100000", ""),
    /** A score of pain or soreness. */
    SCORE("a number from 0 to 10 with at most 8 decimals", Advice.DECIMALS),
    /** A time in hours, kept in minutes. */
    HOURS("hours from 0 to 100000, 0 or at least half a minute", Advice.DECIMALS),
    /** Age in years. */
    AGE("years from 0 to 130", Advice.DECIMALS),
    /** Yes or no. */
    YES_NO("yes or no", Advice.WORDS),
    /** An adverse event, yes or no or a grade. */
    EVENT("yes, no or a grade (none, mild, moderate, severe, 0 to 5)", Advice.WORDS),
    /** The names of the adverse events that happened. */
    EVENT_LIST("names of adverse events joined by ';', or none", "An example is 'bruising; bleeding'."),
    /** How long the condition has lasted. */
    CHRONICITY(List.of("acute", "subacute", "chronic")),
    /** How deep the muscle lies. */
    MUSCLE_DEPTH(List.of("superficial", "deep")),
    /** How the course ended, in the order of {@link org.aestat.session.CourseOutcome}. */
    COURSE_OUTCOME(List.of("completed", "dropped_out", "ongoing"));

    private static final class Advice {
        private static final String DECIMALS = "Decimal commas need --decimal-comma.";
        private static final String WORDS = "Other words can be given a meaning in the mapping.";
    }

    private final String expected;
    private final String advice;

    @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
    private final List<String> choices;

    ValueKind(String expected, String advice) {
        this.expected = expected;
        this.advice = advice;
        this.choices = List.of();
    }

    ValueKind(List<String> choices) {
        int last = choices.size() - 1;
        this.expected = String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
        this.advice = Advice.WORDS;
        this.choices = choices;
    }

    String expected() {
        return expected;
    }

    String advice() {
        return advice;
    }

    /** The words that may stand in the column, empty where there are too many to list. */
    List<String> choices() {
        return choices;
    }

    /** Whether the words for yes and no are what the column holds. */
    boolean isAnswer() {
        return this == YES_NO || this == EVENT;
    }

    /** Whether the column holds numbers that may have decimals. */
    boolean isDecimal() {
        return this == SCORE || this == HOURS || this == AGE;
    }
}
