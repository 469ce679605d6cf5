package org.aestat.csv;

import java.util.ArrayList;
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
    private final EventFileMapping eventsFile;

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
            FileForm form,
            EventFileMapping eventsFile) {
        this.fileName = fileName;
        this.columns = new LinkedHashMap<>(columns);
        this.words = words;
        this.events = List.copyOf(events);
        this.diary = List.copyOf(diary);
        this.eachRowLine = eachRowLine;
        this.exclusions = List.copyOf(exclusions);
        this.constants = new LinkedHashMap<>(constants);
        this.form = form;
        this.eventsFile = eventsFile;
    }

    /** The mapping that says nothing but words for all columns. */
    static Mapping general(WordLists words) {
        return new Mapping(
                "",
                Map.of(),
                words,
                List.of(),
                List.of(),
                0,
                List.of(),
                Map.of(),
                FileForm.UNSAID,
                EventFileMapping.UNSAID);
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

    /** The same with other columns. */
    Mapping withColumns(Map<String, ColumnMapping> others) {
        return new Mapping(
                fileName, others, words, events, diary, eachRowLine, exclusions, constants, form, eventsFile);
    }

    /** The same with other words about a file of events. */
    Mapping withEventsFile(EventFileMapping other) {
        return new Mapping(fileName, columns, words, events, diary, eachRowLine, exclusions, constants, form, other);
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

    /** All adverse events that may be named: canonical ones in their order, then the mapping's in its order. */
    public List<AdverseEvent> vocabulary() {
        List<AdverseEvent> vocabulary = new ArrayList<>();
        for (AdverseEvent event : AdverseEvent.CANONICAL) {
            vocabulary.add(declaredEvents().stream()
                    .filter(declared -> declared.name().equals(event.name()))
                    .findFirst()
                    .orElse(event));
        }
        declaredEvents().stream().filter(event -> !vocabulary.contains(event)).forEach(vocabulary::add);
        return vocabulary;
    }

    /** The line where it begins to speak of a file of adverse events, or 0. */
    public int eventsFileLine() {
        return eventsFile.line();
    }

    /** The names of the adverse events of which the file of events holds every one. */
    public List<String> completeEvents() {
        return eventsFile.complete();
    }

    /** The texts of a file of events that are left out. */
    public List<String> ignoredTerms() {
        return eventsFile.ignored();
    }

    /**
     * How many days after a session an event may begin to belong to it, where a file of events does not give the day
     * of the session; negative where it has to.
     */
    public int eventsWithinDays() {
        return eventsFile.withinDays();
    }

    EventFileMapping eventsFile() {
        return eventsFile;
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
