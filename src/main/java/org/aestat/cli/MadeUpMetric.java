package org.aestat.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aestat.analysis.SessionFacts;
import org.aestat.csv.ExampleCell;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Threshold;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** The rows of a session, or of a course, by which a metric counts one more or one less. */
final class MadeUpMetric {

    private static final int MINUTES = 60;
    private static final int DECIMALS = 8;
    private static final double LATEST_SESSION = 200;
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String NUMBER = "session_number";
    private static final String RELIEF = "relief";
    private static final String OUTCOME = "course_outcome";
    private static final String HOURS = "soreness_hours";
    private static final String RESOLVED = "soreness_resolved";
    private static final Set<String> COMPOSITES = Set.of("any", "any_minor", "any_major");

    private final Metric metric;
    private final double limit;
    private final List<AdverseEvent> events;
    private final Set<String> taken;

    /**
     * The rows of a threshold's metric.
     *
     * @param threshold the threshold
     * @param events the adverse events that there are
     * @param taken the columns that the threshold selects by
     */
    MadeUpMetric(Threshold threshold, List<AdverseEvent> events, Set<String> taken) {
        this.metric = threshold.metric();
        this.limit = threshold.limit();
        this.events = events;
        this.taken = taken;
    }

    /** Why there are no such rows, or null. */
    @Nullable
    String obstacle() {
        if (metric.kind() == Kind.CHANGE) {
            return "an earlier result to compare with is not made up";
        }
        boolean counted = COMPOSITES.contains(metric.argument())
                ? events.stream().map(AdverseEvent::name).anyMatch(taken::contains)
                : metric.kind() == Kind.CONTRAINDICATED
                        && SessionFacts.CONTRAINDICATIONS.stream().anyMatch(taken::contains);
        if (counted) {
            return "the threshold selects by something that " + metric.text() + " counts";
        }
        boolean late = (metric.kind() == Kind.MEDIAN_SESSIONS && limit > LATEST_SESSION)
                || (metric.kind() == Kind.RELIEVED_BY && metric.amount() > LATEST_SESSION);
        return late ? "courses of more than 200 sessions are not made up" : null;
    }

    /** The columns that the metric reads. */
    Set<String> columns() {
        Map<String, String> cells = new LinkedHashMap<>();
        Stream.of(with(false), without(false, 0), unrecorded())
                .flatMap(List::stream)
                .forEach(cells::putAll);
        return cells.keySet();
    }

    /** Whether a median can lie before the limit. */
    boolean hasBefore() {
        return switch (metric.kind()) {
            case MEDIAN_HOURS -> minutesBefore() > 0;
            case MEDIAN_SESSIONS -> sessionBefore() > 0;
            default -> true;
        };
    }

    /**
     * The rows of one that counts: with the event, blank where blanks are counted, over before the limit.
     *
     * @param first whether it is the first, which is followed up as long as the metric looks
     */
    List<Map<String, String>> with(boolean first) {
        return switch (metric.kind()) {
            case RATE, CHANGE, PATIENT_RATE, COUNT -> session(event(), YES);
            case NOT_RECORDED -> unrecorded();
            case CONTRAINDICATED -> session(contraindication(), YES);
            case REJECTED_ROWS -> session(NUMBER, "first");
            case RESOLVED_BY -> soreness(metric.amount());
            case MEDIAN_HOURS -> soreness(minutesBefore());
            case RELIEVED_BY -> course(first ? metric.amount() : 1, true);
            case MEDIAN_SESSIONS -> course(sessionBefore(), true);
        };
    }

    /**
     * The rows of one that does not count.
     *
     * @param first whether it is the first
     * @param place its place; beyond the limit, half end at once and half later
     */
    List<Map<String, String>> without(boolean first, long place) {
        int later = (int) (place % 2);
        return switch (metric.kind()) {
            case RATE, CHANGE, PATIENT_RATE, COUNT -> session(event(), NO);
            case NOT_RECORDED -> recorded(metric.argument());
            case CONTRAINDICATED -> session(contraindication(), NO);
            case REJECTED_ROWS -> session(NUMBER, "1");
            case RESOLVED_BY -> soreness(metric.amount() + 1);
            case MEDIAN_HOURS -> soreness((long) Math.floor(limit * MINUTES) + 1 + later);
            case RELIEVED_BY -> course(first ? metric.amount() : 1, false);
            case MEDIAN_SESSIONS -> course((int) Math.floor(limit) + 1 + later, true);
        };
    }

    /** The rows of one of which nothing is recorded. */
    List<Map<String, String>> unrecorded() {
        return switch (metric.kind()) {
            case RATE, CHANGE, PATIENT_RATE, COUNT -> session(event(), "");
            case NOT_RECORDED -> {
                Map<String, String> blank = new LinkedHashMap<>();
                recorded(metric.argument()).get(0).keySet().forEach(column -> blank.put(column, ""));
                yield List.of(blank);
            }
            case CONTRAINDICATED -> session(contraindication(), "");
            case REJECTED_ROWS -> session(NUMBER, "1");
            case RESOLVED_BY, MEDIAN_HOURS -> List.of(Map.of(HOURS, "", RESOLVED, ""));
            case RELIEVED_BY, MEDIAN_SESSIONS -> List.of(Map.of(NUMBER, "1", RELIEF, "", OUTCOME, ""));
        };
    }

    private List<Map<String, String>> recorded(String column) {
        if (column.equals("soreness")) {
            return soreness(0);
        }
        return COMPOSITES.contains(column) ? session(event(), NO) : session(column, ExampleCell.of(column));
    }

    private static List<Map<String, String>> session(String column, String cell) {
        return List.of(Map.of(column, cell));
    }

    private static List<Map<String, String>> soreness(long minutes) {
        BigDecimal hours =
                BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(MINUTES), DECIMALS, RoundingMode.HALF_UP);
        return List.of(Map.of(HOURS, hours.stripTrailingZeros().toPlainString(), RESOLVED, YES));
    }

    private static List<Map<String, String>> course(int sessions, boolean relieved) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int number = 1; number <= sessions; number++) {
            rows.add(Map.of(
                    NUMBER,
                    String.valueOf(number),
                    RELIEF,
                    relieved && number == sessions ? YES : NO,
                    OUTCOME,
                    relieved ? "completed" : "dropped_out"));
        }
        return rows;
    }

    private long minutesBefore() {
        return (long) Math.ceil(limit * MINUTES) - 1;
    }

    private int sessionBefore() {
        return (int) Math.ceil(limit) - 1;
    }

    private String contraindication() {
        return SessionFacts.CONTRAINDICATIONS.get(0);
    }

    /** The column of the event, or of one that a composite counts. */
    private String event() {
        String name = metric.argument();
        return COMPOSITES.contains(name)
                ? events.stream()
                        .filter(event -> name.equals("any") || event.major() == name.equals("any_major"))
                        .findFirst()
                        .map(AdverseEvent::name)
                        .orElse(name)
                : name;
    }
}
