package org.aestat.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** The columns that aestat knows by name, and what they hold. */
final class CanonicalColumns {

    static final String PATIENT_ID = "patient_id";
    static final String SESSION_ID = "session_id";
    static final String COURSE_ID = "course_id";
    static final String SESSION_DATE = "session_date";
    static final String SESSION_NUMBER = "session_number";
    static final String ADVERSE_EVENTS = "adverse_events";
    static final String SOURCE = "source";

    private static final String DIARY_START = "soreness_at_";
    private static final Pattern DIARY = Pattern.compile(DIARY_START + "([0-9]*\\.?[0-9]+)h");
    private static final Map<String, ValueKind> KINDS = kinds();
    private static final List<String> EVENT_NAMES =
            AdverseEvent.CANONICAL.stream().map(AdverseEvent::name).toList();

    private CanonicalColumns() {}

    private static Map<String, ValueKind> kinds() {
        Map<String, ValueKind> kinds = new LinkedHashMap<>();
        put(kinds, ValueKind.ID, SESSION_ID, PATIENT_ID, COURSE_ID);
        put(kinds, ValueKind.DATE, SESSION_DATE);
        put(kinds, ValueKind.SESSION_NUMBER, SESSION_NUMBER);
        put(kinds, ValueKind.COURSE_OUTCOME, "course_outcome");
        put(kinds, ValueKind.TEXT, "site", "therapist", "condition", "technique", "region", "reported_by");
        put(kinds, ValueKind.CHRONICITY, "chronicity");
        put(kinds, ValueKind.MUSCLE_DEPTH, "muscle_depth");
        put(kinds, ValueKind.NEEDLES, "needles");
        put(kinds, ValueKind.YES_NO, "twitch_response", "relief");
        put(kinds, ValueKind.SCORE, "pain_before", "pain_after");
        AdverseEvent.CANONICAL.forEach(event -> kinds.put(event.name(), ValueKind.EVENT));
        put(kinds, ValueKind.EVENT_LIST, ADVERSE_EVENTS);
        put(kinds, ValueKind.HOURS, "soreness_hours", "soreness_last_sore_hours", "soreness_first_clear_hours");
        put(kinds, ValueKind.YES_NO, "soreness_resolved");
        put(kinds, ValueKind.HOURS, "bruise_hours", "fatigue_hours");
        put(kinds, ValueKind.AGE, "age");
        put(kinds, ValueKind.YES_NO, "anticoagulant", "bleeding_disorder", "pregnant", "immune_compromised");
        put(kinds, ValueKind.YES_NO, "metal_allergy", "needle_phobia", "lymphedema", "skin_infection");
        put(kinds, ValueKind.YES_NO, "recent_surgery");
        return kinds;
    }

    private static void put(Map<String, ValueKind> kinds, ValueKind kind, String... names) {
        for (String name : names) {
            kinds.put(name, kind);
        }
    }

    /** What the column holds, or null if there is no such column. */
    static @Nullable ValueKind kind(String name) {
        return diaryMinutes(name) >= 0 ? ValueKind.SCORE : KINDS.get(name);
    }

    /** The names of all columns except those of the diary. */
    static Set<String> names() {
        return KINDS.keySet();
    }

    /** The minutes after the session in the name of a diary column, or a negative number if it is not one. */
    static int diaryMinutes(String name) {
        if (!name.startsWith(DIARY_START)) {
            return -1;
        }
        Matcher matcher = DIARY.matcher(name);
        return matcher.matches() ? minutes(matcher.group(1)) : -1;
    }

    /** Hours from 0 to 100000 as minutes, or a negative number if they are not. */
    static int minutes(String hours) {
        return new NumberParser(ValueKind.HOURS, '.').parse(Cell.of(hours));
    }

    /** The form in which headers are compared: without case, spaces and hyphens as underscores. */
    static String normalise(String header) {
        StringBuilder name = new StringBuilder(Words.fold(header));
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '-' || Cell.isSpace(name.charAt(i))) {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }

    /** The adverse events that every export may record, by name. */
    static List<String> eventNames() {
        return EVENT_NAMES;
    }
}
