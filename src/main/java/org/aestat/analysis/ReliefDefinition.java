package org.aestat.analysis;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.session.Answer;
import org.aestat.session.Course;
import org.aestat.session.Session;

/**
 * What counts as relief at a session. Pain falls from before the course's first session to after the session; scores
 * are compared as exact decimals.
 *
 * @param kind how relief is told
 * @param amount the percentage, points or score, in ten-thousandths; 0 for the column
 */
public record ReliefDefinition(Kind kind, long amount) implements Serializable {

    /** How relief is told. */
    public enum Kind {
        /** By the column {@code relief}. */
        COLUMN,
        /** By a fall of pain of at least a percentage. */
        FALL_PERCENT,
        /** By a fall of pain of at least some points. */
        FALL_POINTS,
        /** By pain of at most a score. */
        AT_MOST
    }

    /** By the column {@code relief}. */
    public static final ReliefDefinition COLUMN = new ReliefDefinition(Kind.COLUMN, 0);

    private static final int AMOUNT_UNITS = 10_000;

    /** A fall of at least 30 %, moderate by IMMPACT (Dworkin et al. 2008, J Pain 9:105-121). */
    public static final ReliefDefinition MODERATE = new ReliefDefinition(Kind.FALL_PERCENT, 30 * AMOUNT_UNITS);

    /** A fall of at least 50 %, substantial by IMMPACT. */
    public static final ReliefDefinition SUBSTANTIAL = new ReliefDefinition(Kind.FALL_PERCENT, 50 * AMOUNT_UNITS);

    private static final Pattern PAIN =
            Pattern.compile("pain\\s*(?:-\\s*(\\d{1,3}(?:\\.\\d{1,4})?)\\s*(%?)|<=\\s*(\\d{1,2}(?:\\.\\d{1,4})?))");

    /**
     * A definition as written on the command line: {@code column}, {@code pain -30%}, {@code pain -2},
     * {@code pain<=3}.
     *
     * @return empty if it is none, or its amount is out of range
     */
    public static Optional<ReliefDefinition> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("column")) {
            return Optional.of(COLUMN);
        }
        Matcher matcher = PAIN.matcher(trimmed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) == null) {
            return checked(Kind.AT_MOST, matcher.group(3), 0, 10);
        }
        boolean percent = matcher.group(2).equals("%");
        return checked(percent ? Kind.FALL_PERCENT : Kind.FALL_POINTS, matcher.group(1), 1e-9, percent ? 100 : 10);
    }

    private static Optional<ReliefDefinition> checked(Kind kind, String amount, double least, double most) {
        BigDecimal value = new BigDecimal(amount);
        if (value.doubleValue() < least || value.doubleValue() > most) {
            return Optional.empty();
        }
        return Optional.of(new ReliefDefinition(kind, value.movePointRight(4).longValueExact()));
    }

    /** The definition as written on the command line. */
    public String label() {
        String value = BigDecimal.valueOf(amount, 4).stripTrailingZeros().toPlainString();
        return switch (kind) {
            case COLUMN -> "column";
            case FALL_PERCENT -> "pain -" + value + "%";
            case FALL_POINTS -> "pain -" + value;
            case AT_MOST -> "pain<=" + value;
        };
    }

    /** The definition that is shown beside this one: a fall by 50 %, beside that one a fall by 30 %. */
    ReliefDefinition second() {
        return kind == SUBSTANTIAL.kind && amount == SUBSTANTIAL.amount ? MODERATE : SUBSTANTIAL;
    }

    /**
     * Whether it asks for a fall of at most 2 points, which measurement error alone can make: 4.0 points in neck pain
     * (Kovacs et al. 2008, BMC Musculoskelet Disord 9:43).
     */
    boolean isBelowMeasurementError() {
        return kind == Kind.FALL_POINTS && amount <= 2 * AMOUNT_UNITS;
    }

    /** Whether relief is told by pain, which needs the pain before the first session. */
    public boolean needsBaseline() {
        return kind != Kind.COLUMN;
    }

    /**
     * Whether there was relief at a session of a course.
     *
     * @param course the course
     * @param index the place of the session in it
     * @param baseline pain before its first session, in {@link Session#SCORE_UNITS}; unused for the column
     */
    Answer at(Course course, int index, int baseline) {
        return kind == Kind.COLUMN ? course.relief(index) : byPain(course.painAfter(index), baseline);
    }

    /**
     * Whether a score of pain is relief; not recorded under the column.
     *
     * @param after pain in {@link Session#SCORE_UNITS}, or {@link Session#NONE}
     * @param baseline pain before the first session of the course
     */
    Answer byPain(int after, int baseline) {
        if (after == Session.NONE || kind == Kind.COLUMN) {
            return Answer.NOT_RECORDED;
        }
        long fall = (long) baseline - after;
        boolean relieved =
                switch (kind) {
                    case FALL_PERCENT -> fall * 100 * AMOUNT_UNITS >= amount * baseline;
                    case FALL_POINTS -> fall * AMOUNT_UNITS >= amount * Session.SCORE_UNITS;
                    default -> (long) after * AMOUNT_UNITS <= amount * Session.SCORE_UNITS;
                };
        return relieved ? Answer.YES : Answer.NO;
    }
}
