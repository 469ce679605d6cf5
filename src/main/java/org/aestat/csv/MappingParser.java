package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aestat.csv.Mapping.Constant;
import org.aestat.csv.Mapping.DiaryEntry;
import org.aestat.csv.Mapping.EventEntry;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** Reads the sections of a mapping file and checks that they do not contradict each other. */
final class MappingParser {

    private static final String EVENTS_FILE = "events_file";
    private static final List<String> SECTIONS =
            List.of("columns", "values", "events", "diary", "rows", "constants", "file", EVENTS_FILE);
    private static final Pattern EVENT_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> COMPOSITES = Set.of("any", "any_minor", "any_major");

    private final String fileName;
    private final TomlSection root;
    private final Map<String, Integer> headerLines = new HashMap<>();
    private final Map<String, Integer> columnLines = new HashMap<>();
    private final Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    private final List<EventEntry> events = new ArrayList<>();
    private final List<DiaryEntry> diary = new ArrayList<>();
    private final List<RowExclusion> exclusions = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final ColumnMappingParser entries;
    private int eachRowLine;

    MappingParser(String fileName, String text) {
        this.fileName = fileName;
        this.root = TomlSection.ofText(text, (line, problem) -> new MappingException(fileName, line, problem));
        root.allowOnly(SECTIONS);
        this.entries = new ColumnMappingParser(root.has("values") ? root.section("values") : null);
    }

    Mapping parse() {
        if (root.has("columns")) {
            parseColumns(root.section("columns"));
        }
        if (root.has("events")) {
            parseEvents(root.section("events"));
        }
        if (root.has("diary")) {
            parseDiary(root.section("diary"));
        }
        if (root.has("rows")) {
            RowSectionParser rows = new RowSectionParser(root.section("rows"));
            eachRowLine = rows.eachRowLine(columnLines.get(CanonicalColumns.PATIENT_ID));
            exclusions.addAll(rows.exclusions());
        }
        if (root.has("constants")) {
            parseConstants(root.section("constants"));
        }
        FileForm form = root.has("file") ? FileForm.parse(root.section("file")) : FileForm.UNSAID;
        return mapping(form, root.has(EVENTS_FILE) ? eventsFile(form) : EventFileMapping.UNSAID);
    }

    private EventFileMapping eventsFile(FileForm form) {
        List<String> vocabulary = mapping(form, EventFileMapping.UNSAID).vocabulary().stream()
                .map(AdverseEvent::name)
                .toList();
        return new EventFileParser(root, EVENTS_FILE, vocabulary).parse(entries);
    }

    private Mapping mapping(FileForm form, EventFileMapping eventsFile) {
        return new Mapping(
                fileName,
                columns,
                entries.words(),
                events,
                diary,
                eachRowLine,
                exclusions,
                constants,
                form,
                eventsFile);
    }

    private void parseColumns(TomlSection section) {
        for (String name : section.keys()) {
            ColumnMapping column = entries.parse(section, name, kind(section, name), List.of());
            if (column.headers().isEmpty()) {
                throw section.at(name, "'" + name + "' does not say its column; expected column = \"a header\".");
            }
            claimHeaders(section, name, column);
            claimColumn(section, name, name);
            columns.put(name, column);
        }
    }

    private static ValueKind kind(TomlSection section, String name) {
        ValueKind kind = CanonicalColumns.kind(name);
        if (kind == null) {
            throw section.at(
                    name,
                    "'" + name + "' is not a column that aestat knows."
                            + NearestName.suggestion(name, CanonicalColumns.names()));
        }
        return kind;
    }

    private void claimHeaders(TomlSection section, String key, ColumnMapping column) {
        for (String header : column.headers()) {
            Integer first = headerLines.putIfAbsent(CanonicalColumns.normalise(header), column.line());
            if (first != null) {
                throw section.at(key, "the header '" + header + "' is used twice, first in line " + first + ".");
            }
        }
    }

    private void claimColumn(TomlSection section, String key, String name) {
        int minutes = CanonicalColumns.diaryMinutes(name);
        Integer first = columnLines.putIfAbsent(minutes < 0 ? name : "diary " + minutes, section.line(key));
        if (first != null) {
            throw section.at(key, "'" + key + "' says again what line " + first + " says already.");
        }
    }

    private void parseEvents(TomlSection section) {
        for (String name : section.keys()) {
            AdverseEvent canonical = canonicalEvent(section, name);
            TomlSection entry = section.isText(name) ? null : section.section(name);
            boolean major = canonical != null && canonical.major();
            ValueKind kind = ValueKind.EVENT;
            boolean graded = false;
            if (entry != null && entry.has("major")) {
                major = entry.flag("major");
            }
            if (entry != null && entry.has("kind")) {
                kind = eventKind(entry);
                graded = kind == ValueKind.EVENT;
            }
            ColumnMapping column = entries.parse(section, name, kind, List.of("kind", "major"));
            if (!column.headers().isEmpty() || column.hasWords()) {
                claimHeaders(section, name, column);
                claimColumn(section, name, name);
            }
            if (canonical == null && column.headers().isEmpty() && !root.has(EVENTS_FILE)) {
                throw section.at(name, "the event '" + name + "' needs its column; expected column = \"a header\".");
            }
            events.add(new EventEntry(new AdverseEvent(name, major, graded), kind, column));
        }
    }

    private static ValueKind eventKind(TomlSection entry) {
        return switch (entry.text("kind")) {
            case "yes/no" -> ValueKind.YES_NO;
            case "grade" -> ValueKind.EVENT;
            default -> throw entry.at("kind", "expected \"yes/no\" or \"grade\" for 'kind'.");
        };
    }

    private static @Nullable AdverseEvent canonicalEvent(TomlSection section, String name) {
        if (!EVENT_NAME.matcher(name).matches()) {
            throw section.at(
                    name,
                    "'" + name + "' cannot name an event; expected small letters, digits and underscores,"
                            + " a letter first.");
        }
        ValueKind kind = CanonicalColumns.kind(name);
        if (COMPOSITES.contains(name)
                || name.equals(CanonicalColumns.SOURCE)
                || (kind != null && kind != ValueKind.EVENT)) {
            throw section.at(name, "'" + name + "' cannot name an event, because aestat uses it for something else.");
        }
        return AdverseEvent.CANONICAL.stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void parseDiary(TomlSection section) {
        for (String header : section.keys()) {
            int minutes = section.isText(header) ? -1 : CanonicalColumns.minutes(section.cell(header));
            if (minutes < 0) {
                throw section.at(header, "expected hours after the session, from 0 to 100000, for '" + header + "'.");
            }
            ColumnMapping column =
                    new ColumnMapping(List.of(header), null, Map.of(), WordLists.NONE, section.line(header));
            claimHeaders(section, header, column);
            Integer first = columnLines.putIfAbsent("diary " + minutes, section.line(header));
            if (first != null) {
                throw section.at(header, "the time of '" + header + "' is that of line " + first + " already.");
            }
            diary.add(new DiaryEntry(header, minutes, section.line(header)));
        }
    }

    private void parseConstants(TomlSection section) {
        for (String name : section.keys()) {
            ValueKind kind = kind(section, name);
            if (kind == ValueKind.ID) {
                throw section.at(name, "'" + name + "' cannot be the same in every row.");
            }
            claimColumn(section, name, name);
            String text = section.cell(name);
            entries.check(section, name, kind, WordLists.NONE, text);
            constants.put(name, new Constant(text, section.line(name)));
        }
    }
}
