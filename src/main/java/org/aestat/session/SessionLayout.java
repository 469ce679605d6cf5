package org.aestat.session;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of one data set can hold: the union of the columns of its files. A column that is not in the layout
 * takes no memory and is not recorded for any session.
 *
 * @param events the declared adverse events, in the order of results
 * @param categories names of the category columns that are kept, canonical or the export's own
 * @param diaryMinutes the planned times of the soreness diary, minutes after the session, ascending
 * @param fields the other columns that the data set has
 */
public record SessionLayout(
        List<AdverseEvent> events, List<String> categories, List<Integer> diaryMinutes, Set<Field> fields) {

    /** A canonical column that is not a category or an event. */
    public enum Field {
        /** {@code session_date}. */
        DATE,
        /** {@code session_number}. */
        NUMBER,
        /** {@code course_id}. */
        COURSE_ID,
        /** {@code course_outcome}. */
        COURSE_OUTCOME,
        /** {@code site}, part of who a patient and a therapist is. */
        SITE,
        /** {@code therapist}. */
        THERAPIST,
        /** {@code needles}. */
        NEEDLES,
        /** {@code relief}. */
        RELIEF,
        /** {@code pain_before}. */
        PAIN_BEFORE,
        /** {@code pain_after}. */
        PAIN_AFTER,
        /** {@code soreness_hours}, with or without {@code soreness_resolved}. */
        SORENESS_DURATION,
        /** {@code soreness_last_sore_hours} or {@code soreness_first_clear_hours}. */
        SORENESS_INTERVAL,
        /** {@code bruise_hours}, until bruising was gone. */
        BRUISE_HOURS,
        /** {@code fatigue_hours}, until fatigue was gone. */
        FATIGUE_HOURS;

        /** The column's name, or that of the columns together. */
        public String column() {
            return switch (this) {
                case DATE -> "session_date";
                case NUMBER -> "session_number";
                case SORENESS_DURATION -> "soreness_hours";
                case SORENESS_INTERVAL -> "soreness_last_sore_hours, soreness_first_clear_hours";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /** Copies the lists. */
    public SessionLayout {
        events = List.copyOf(events);
        categories = List.copyOf(categories);
        diaryMinutes = List.copyOf(diaryMinutes);
        fields = Set.copyOf(fields);
    }

    /**
     * The column of hours until an adverse event was gone, or null where there is none for it.
     *
     * @param event the event's name
     */
    public static @Nullable Field hoursOf(String event) {
        return switch (event) {
            case "bruising" -> Field.BRUISE_HOURS;
            case "fatigue" -> Field.FATIGUE_HOURS;
            default -> null;
        };
    }

    /**
     * Whether the data set has a column of hours until an adverse event was gone.
     *
     * @param event its place
     */
    public boolean hasHours(int event) {
        Field hours = hoursOf(events.get(event).name());
        return hours != null && has(hours);
    }

    /** Whether the data set has the column. */
    public boolean has(Field field) {
        return fields.contains(field);
    }

    /**
     * The place of a category column, or -1 where the data set does not keep it.
     *
     * @param name its name
     */
    public int category(String name) {
        return categories.indexOf(name);
    }
}
