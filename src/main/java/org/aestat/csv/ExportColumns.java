package org.aestat.csv;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionLayout.Field;
import org.jspecify.annotations.Nullable;

/** What one export has, by its header and the mapping. */
public final class ExportColumns {

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry(CanonicalColumns.SESSION_DATE, Field.DATE),
            Map.entry(CanonicalColumns.SESSION_NUMBER, Field.NUMBER),
            Map.entry(CanonicalColumns.COURSE_ID, Field.COURSE_ID),
            Map.entry("course_outcome", Field.COURSE_OUTCOME),
            Map.entry("site", Field.SITE),
            Map.entry("therapist", Field.THERAPIST),
            Map.entry("needles", Field.NEEDLES),
            Map.entry("relief", Field.RELIEF),
            Map.entry("pain_before", Field.PAIN_BEFORE),
            Map.entry("pain_after", Field.PAIN_AFTER),
            Map.entry("soreness_hours", Field.SORENESS_DURATION),
            Map.entry("soreness_last_sore_hours", Field.SORENESS_INTERVAL),
            Map.entry("soreness_first_clear_hours", Field.SORENESS_INTERVAL),
            Map.entry("bruise_hours", Field.BRUISE_HOURS),
            Map.entry("fatigue_hours", Field.FATIGUE_HOURS));

    private final List<ExportColumn> columns;
    private final Map<String, ExportColumn> byNames = new HashMap<>();
    private final Map<String, ExportColumn> byLabels = new HashMap<>();
    private final List<AdverseEvent> events;
    private final List<String> notes;
    private final Set<String> identifying;

    /**
     * The columns of an export.
     *
     * @param columns those that are used, in the order of the header, then constants
     * @param events the adverse events it records, in the order of results
     * @param notes sentences about columns that are not used
     * @param identifying the headers of columns that tell who somebody is and make no categories
     */
    ExportColumns(List<ExportColumn> columns, List<AdverseEvent> events, List<String> notes, Set<String> identifying) {
        this.columns = List.copyOf(columns);
        for (ExportColumn column : columns) {
            byNames.putIfAbsent(CanonicalColumns.normalise(column.name()), column);
            byLabels.put(CanonicalColumns.normalise(column.label()), column);
        }
        this.events = List.copyOf(events);
        this.notes = List.copyOf(notes);
        this.identifying = Set.copyOf(identifying);
    }

    List<ExportColumn> all() {
        return columns;
    }

    /** The column with this canonical name, or null. */
    @Nullable
    ExportColumn find(String canonicalName) {
        for (ExportColumn column : columns) {
            if (column.isNamed(canonicalName)) {
                return column;
            }
        }
        return null;
    }

    /** Whether it has the column with this canonical name. */
    public boolean has(String canonicalName) {
        return find(canonicalName) != null;
    }

    /** The adverse events it records: canonical ones in their order, then the mapping's in its order. */
    public List<AdverseEvent> events() {
        return events;
    }

    /** The columns that are neither events nor mere categories. */
    public Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (ExportColumn column : columns) {
            Field field = FIELDS.get(column.name());
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** The times of the soreness diary, in minutes after the session, ascending. */
    public List<Integer> diaryMinutes() {
        Set<Integer> minutes = new TreeSet<>();
        columns.stream().map(ExportColumn::minutes).filter(time -> time >= 0).forEach(minutes::add);
        return List.copyOf(minutes);
    }

    /**
     * The name under which a column is kept as a category: the canonical name, or the header's own text.
     *
     * @param requested the column, compared like headers; {@code source} is always there
     * @return the name, or null if the export has no such column or it tells who somebody is
     */
    public @Nullable String category(String requested) {
        String wanted = CanonicalColumns.normalise(requested);
        if (wanted.equals(CanonicalColumns.SOURCE)) {
            return CanonicalColumns.SOURCE;
        }
        ExportColumn column = findLike(wanted);
        return column == null || !isCategory(column) ? null : column.name();
    }

    private boolean isCategory(ExportColumn column) {
        return column.kind() != ValueKind.ID && !identifying.contains(column.label());
    }

    /** Whether the export has the column, and it tells who somebody is. */
    public boolean isIdentifying(String requested) {
        ExportColumn column = findLike(CanonicalColumns.normalise(requested));
        return column != null && identifying.contains(column.label());
    }

    /** The header's text of the first column with this canonical name, or null if the export has none. */
    public @Nullable String label(String canonicalName) {
        ExportColumn column = find(canonicalName);
        return column == null || column.constant() != null ? null : column.label();
    }

    /** The form of a header in which headers are compared. */
    public static String comparable(String header) {
        return CanonicalColumns.normalise(header);
    }

    /**
     * What a column holds that tells who somebody is, by its header: names of people, dates of birth and the like. A
     * column that the mapping, or its header, gives a canonical name is what that name says.
     *
     * @param requested the column, compared like headers
     * @return what it holds, or null
     */
    public @Nullable String personal(String requested) {
        ExportColumn column = findLike(CanonicalColumns.normalise(requested));
        return column == null || CanonicalColumns.kind(column.name()) != null
                ? null
                : ColumnPrivacy.byHeader(column.label());
    }

    private @Nullable ExportColumn findLike(String wanted) {
        ExportColumn byName = byNames.get(wanted);
        return byName == null ? byLabels.get(wanted) : byName;
    }

    /** All names that {@link #category} can give. */
    public List<String> categoryNames() {
        Stream<String> names = columns.stream().filter(this::isCategory).map(ExportColumn::name);
        return Stream.concat(names, Stream.of(CanonicalColumns.SOURCE))
                .distinct()
                .toList();
    }

    /** The names of all columns that aestat knows, but those of the diary and of ids. */
    public static List<String> known() {
        return CanonicalColumns.names().stream()
                .filter(name -> CanonicalColumns.kind(name) != ValueKind.ID)
                .toList();
    }

    /** Sentences about columns of the export that are not used. */
    public List<String> notes() {
        return notes;
    }
}
