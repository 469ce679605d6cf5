package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aestat.csv.HeaderSynonyms.Match;
import org.aestat.csv.HeaderSynonyms.Way;
import org.aestat.csv.Mapping.EventEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an export are: by the mapping of the run, by their own names, then by what a preset recognises. Two
 * columns that a preset recognises as the same are a fault.
 */
final class PresetColumns {

    private static final List<String> ABOUT_EVENTS =
            List.of("complication", "adverse reaction", "unwanted effect", "undesirable effect", "untoward event");

    private final PresetTable table;
    private final List<String> labels;
    private final Mapping mapping;
    private final Map<Integer, String> names = new TreeMap<>();
    private final Set<String> mapped;
    private final Set<String> diary;
    private final Map<String, List<Integer>> recognised = new LinkedHashMap<>();
    private final Map<String, ColumnMapping> further = new LinkedHashMap<>();
    private final List<String> decisions = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    /**
     * The columns of an export.
     *
     * @param table the export
     * @param labels its header, each name once
     * @param mapping the mapping of the run
     */
    PresetColumns(PresetTable table, List<String> labels, Mapping mapping) {
        this.table = table;
        this.labels = labels;
        this.mapping = mapping;
        mapped = mapping.headers().map(CanonicalColumns::normalise).collect(Collectors.toSet());
        diary = mapping.diary().stream()
                .map(entry -> CanonicalColumns.normalise(entry.header()))
                .collect(Collectors.toSet());
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < labels.size(); place++) {
            places.putIfAbsent(CanonicalColumns.normalise(labels.get(place)), place);
        }
        mapping.columns().forEach((name, column) -> put(places, column, name));
        mapping.events()
                .forEach(entry -> put(places, entry.column(), entry.event().name()));
        for (int place = 0; place < labels.size(); place++) {
            String own = CanonicalColumns.normalise(labels.get(place));
            if (CanonicalColumns.kind(own) != null
                    && !isMapped(place)
                    && !mapping.columns().containsKey(own)) {
                names.putIfAbsent(place, own);
            }
        }
    }

    private void put(Map<String, Integer> places, ColumnMapping column, String name) {
        for (String header : column.headers()) {
            Integer place = places.get(CanonicalColumns.normalise(header));
            if (place != null) {
                names.put(place, name);
            }
        }
    }

    /** Whether the mapping of the run says what a column is. */
    boolean isMapped(int place) {
        return mapped.contains(CanonicalColumns.normalise(labels.get(place)));
    }

    /** Whether the mapping of the run reads the cells of a column in words of its own. */
    boolean hasWords(int place) {
        String label = CanonicalColumns.normalise(labels.get(place));
        boolean excludes = mapping.exclusions().stream()
                .anyMatch(rule -> CanonicalColumns.normalise(rule.header()).equals(label));
        return excludes
                || mapping.columns().values().stream().anyMatch(column -> saysWords(column, label))
                || mapping.events().stream().map(EventEntry::column).anyMatch(column -> saysWords(column, label));
    }

    private static boolean saysWords(ColumnMapping column, String label) {
        return column.hasWords()
                && column.headers().stream()
                        .anyMatch(header -> CanonicalColumns.normalise(header).equals(label));
    }

    /** The name of what a column is, or null where nothing is known of it. */
    @Nullable
    String name(int place) {
        return names.get(place);
    }

    /** The place of the column that is this, or -1. */
    int place(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    /** What a column holds: text where nothing is known of it. */
    ValueKind kind(int place) {
        if (diary.contains(CanonicalColumns.normalise(labels.get(place)))) {
            return ValueKind.SCORE;
        }
        String name = names.get(place);
        for (EventEntry entry : mapping.events()) {
            if (entry.event().name().equals(name)) {
                return entry.kind();
            }
        }
        ValueKind kind = name == null ? null : CanonicalColumns.kind(name);
        return kind == null ? ValueKind.TEXT : kind;
    }

    /**
     * What a text says that a column is, or null: a name of aestat or one that surely means the same. What could be an
     * event counts only where something around it is about adverse events.
     */
    static @Nullable String meaning(String text, String context) {
        Match match = HeaderSynonyms.match(text);
        if (match == null || (match.way() != Way.NAME && match.way() != Way.SYNONYM)) {
            return null;
        }
        boolean event = CanonicalColumns.kind(match.name()) == ValueKind.EVENT;
        return event && !isAboutEvents(context) ? null : match.name();
    }

    /** Whether a text is about adverse events. */
    static boolean isAboutEvents(String text) {
        String words = " " + HeaderKey.words(text) + " ";
        return HeaderKey.isAboutEvents(text)
                || ABOUT_EVENTS.stream()
                        .anyMatch(phrase -> words.contains(" " + phrase + " ") || words.contains(" " + phrase + "s "));
    }

    /** Takes note that a preset recognises a column; what the mapping or the column's own name says goes first. */
    void recognise(int place, String name) {
        if (!isMapped(place) && !names.containsKey(place)) {
            recognised.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
        }
    }

    /**
     * Settles what the recognised columns are. Of a tentative table, columns that could be the same stay candidates.
     *
     * @throws InputException if two of them are the same
     */
    void settle() {
        recognised.forEach((name, places) -> {
            int own = place(name);
            if (own >= 0 || mapping.constants().containsKey(name)) {
                places.forEach(place -> doubt("'" + labels.get(place) + "' is not used as " + name + ", because "
                        + (own >= 0 ? "'" + labels.get(own) + "' is." : "the mapping has it as a constant.")));
            } else if (places.size() == 1) {
                take(places.get(0), name);
            } else if (table.isTentative()) {
                further.put(name, mapping(places.stream().map(labels::get).toList()));
            } else {
                throw table.fault("the columns '" + labels.get(places.get(0)) + "' and '" + labels.get(places.get(1))
                        + "' could both be " + name + ". A mapping file (--mapping) can say which one is.");
            }
        });
        recognised.clear();
    }

    private static ColumnMapping mapping(List<String> headers) {
        return new ColumnMapping(headers, null, Map.of(), WordLists.NONE, 0);
    }

    private void take(int place, String name) {
        names.put(place, name);
        further.put(name, mapping(List.of(labels.get(place))));
        decide("'" + labels.get(place) + "' is " + name + ".");
    }

    /** Adds a sentence on what something is taken for. */
    void decide(String sentence) {
        decisions.add(sentence);
    }

    /** Adds a sentence on what could not be used. */
    void doubt(String sentence) {
        doubts.add(table.file() + ": " + sentence);
    }

    /**
     * The export as it is read from here on.
     *
     * @param identifying the places of columns that tell who somebody is
     * @param understood the places of columns that only say how others are read
     */
    PresetExport export(Set<Integer> identifying, Set<Integer> understood) {
        if (!identifying.isEmpty()) {
            decide("Columns that tell who somebody is make no strata: "
                    + String.join(", ", identifying.stream().map(labels::get).toList()) + ".");
        }
        return new PresetExport(
                labels,
                mapping.with(further),
                new PresetRecords(table.rows(), labels.size(), table.stored().delimiterAdvice()),
                identifying.stream().map(labels::get).collect(Collectors.toSet()),
                understood.stream().map(labels::get).collect(Collectors.toSet()),
                decisions,
                doubts);
    }

    /** The header of a column. */
    String label(int place) {
        return Objects.requireNonNull(labels.get(place));
    }
}
