package org.aestat.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aestat.session.AdverseEvent;

/** What the columns and words of an export mean, as a mapping file says. Immutable. */
public final class Mapping {

    /** The mapping that says nothing: columns have canonical names. */
    public static final Mapping NONE = general(WordLists.NONE);

    private final String fileName;
    private final Map<String, ColumnMapping> columns;
    private final WordLists words;
    private final List<EventEntry> events;
    private final List<DiaryEntry> diary;
    private final int eachRowLine;
    private final List<RowExclusion> exclusions;
    private final Map<String, Constant> constants;
    private final FileForm form;

    /** An adverse event and the column it has in the export. */
    record EventEntry(AdverseEvent event, ValueKind kind, ColumnMapping column) {}

    /** A header and the minutes after the session at which its score was given. */
    record DiaryEntry(String header, int minutes, int line) {}

    /** The text that stands in every row. */
    record Constant(String text, int line) {}

    Mapping(
            String fileName,
            Map<String, ColumnMapping> columns,
            WordLists words,
            List<EventEntry> events,
            List<DiaryEntry> diary,
            int eachRowLine,
            List<RowExclusion> exclusions,
            Map<String, Constant> constants,
            FileForm form) {
        this.fileName = fileName;
        this.columns = new LinkedHashMap<>(columns);
        this.words = words;
        this.events = List.copyOf(events);
        this.diary = List.copyOf(diary);
        this.eachRowLine = eachRowLine;
        this.exclusions = List.copyOf(exclusions);
        this.constants = new LinkedHashMap<>(constants);
        this.form = form;
    }

    /** The mapping that says nothing but words for all columns. */
    static Mapping general(WordLists words) {
        return new Mapping("", Map.of(), words, List.of(), List.of(), 0, List.of(), Map.of(), FileForm.UNSAID);
    }

    /**
     * Reads a mapping file and checks all that can be checked without an export.
     *
     * @param fileName its name, for messages
     * @param text its text, in TOML
     * @throws MappingException if the text is not TOML or says something impossible
     */
    public static Mapping parse(String fileName, String text) {
        return new MappingParser(fileName, text).parse();
    }

    /** Whether the export has no patients and every row is taken as its own. */
    public boolean isEachRow() {
        return eachRowLine > 0;
    }

    /** The name of the mapping file, empty for {@link #NONE}. */
    public String fileName() {
        return fileName;
    }

    /** The names of the adverse events that it declares. */
    public List<String> eventNames() {
        return events.stream().map(entry -> entry.event().name()).toList();
    }

    /** The adverse events that it declares. */
    public List<AdverseEvent> declaredEvents() {
        return events.stream().map(EventEntry::event).toList();
    }

    /** Why rows are left out, one reason for each word of the mapping, in its order. */
    public List<String> exclusionReasons() {
        return exclusions.stream()
                .flatMap(exclusion -> exclusion.reasons().stream())
                .toList();
    }

    /** The headers that it gives a meaning. */
    Stream<String> headers() {
        Stream<ColumnMapping> entries =
                Stream.concat(columns.values().stream(), events.stream().map(EventEntry::column));
        return Stream.concat(
                entries.flatMap(column -> column.headers().stream()),
                diary.stream().map(DiaryEntry::header));
    }

    /** This mapping with further columns. */
    Mapping with(Map<String, ColumnMapping> further) {
        Map<String, ColumnMapping> all = new LinkedHashMap<>(columns);
        all.putAll(further);
        return withColumns(all);
    }

    /** This mapping without one of its columns. */
    Mapping without(String column) {
        Map<String, ColumnMapping> others = new LinkedHashMap<>(columns);
        others.remove(column);
        return withColumns(others);
    }

    private Mapping withColumns(Map<String, ColumnMapping> all) {
        return new Mapping(fileName, all, words, events, diary, eachRowLine, exclusions, constants, form);
    }

    List<RowExclusion> exclusions() {
        return exclusions;
    }

    /** How it says that the export is written. */
    public FileForm form() {
        return form;
    }

    int eachRowLine() {
        return eachRowLine;
    }

    Map<String, ColumnMapping> columns() {
        return columns;
    }

    WordLists words() {
        return words;
    }

    List<EventEntry> events() {
        return events;
    }

    List<DiaryEntry> diary() {
        return diary;
    }

    Map<String, Constant> constants() {
        return constants;
    }
}
