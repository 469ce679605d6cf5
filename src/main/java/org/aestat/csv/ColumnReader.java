package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aestat.session.Answer;
import org.aestat.session.EventRecord;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column: the mapping's translations first, then words, then the column's own parser. */
final class ColumnReader {

    private static final Cell BLANK = Cell.of("");
    private static final int NOT_RECORDED = Answer.NOT_RECORDED.ordinal();
    private static final Words NO_WORDS = new Words(Map.of());
    private static final Words USUAL = collected(false, WordLists.NONE, WordLists.NONE);
    private static final Words USUAL_OF_EVENTS = collected(true, WordLists.NONE, WordLists.NONE);

    private final ValueKind kind;
    private final String expected;
    private final String advice;
    private final Words meanings;
    private final Words translated;
    private final List<Cell> translations = new ArrayList<>();
    private final CellParser asWritten;
    private final CellParser canonical;

    /**
     * A reader for one column.
     *
     * @param kind what the column holds
     * @param mapping what the mapping says about it, or null
     * @param options the mapping's general words, the decimal mark and the date format
     */
    ColumnReader(ValueKind kind, @Nullable ColumnMapping mapping, ReadOptions options) {
        this.kind = kind;
        String format = mapping == null || mapping.format() == null ? options.dateFormat() : mapping.format();
        WordLists own = mapping == null ? WordLists.NONE : mapping.words();
        this.meanings = meanings(kind, options.mapping().words(), own);
        Map<String, String> values = mapping == null ? Map.of() : mapping.values();
        Map<String, Integer> places = new HashMap<>();
        values.forEach((word, text) -> {
            places.put(word, translations.size());
            translations.add(Cell.of(text));
        });
        this.translated = places.isEmpty() ? NO_WORDS : new Words(places);
        this.asWritten = parser(kind, options.decimalComma() ? ',' : '.', format, values);
        this.canonical = parser(kind, '.', null, values);
        if (kind == ValueKind.DATE && format != null) {
            this.expected = "a date like " + DateParser.ofPattern(format).example() + " (" + format + ")";
            this.advice = "";
        } else if (kind.isDecimal() && options.decimalComma()) {
            this.expected = kind.expected() + ", written with a comma";
            this.advice = "";
        } else {
            this.expected = kind.expected();
            this.advice = kind.advice();
        }
    }

    private static Words meanings(ValueKind kind, WordLists general, WordLists own) {
        if (kind == ValueKind.ID) {
            return NO_WORDS;
        }
        boolean graded = kind == ValueKind.EVENT;
        if (general.isEmpty() && own.isEmpty()) {
            return graded ? USUAL_OF_EVENTS : USUAL;
        }
        return collected(graded, general, own);
    }

    private static Words collected(boolean graded, WordLists general, WordLists own) {
        Map<String, Integer> meanings = new HashMap<>();
        WordLists.DEFAULT.addTo(meanings);
        if (graded) {
            WordLists.GRADES.forEach((word, grade) -> meanings.put(word, grade.ordinal()));
        }
        general.addTo(meanings);
        own.addTo(meanings);
        return new Words(meanings);
    }

    private static CellParser parser(ValueKind kind, char mark, @Nullable String format, Map<String, String> values) {
        return switch (kind) {
            case DATE -> format == null ? DateParser.ISO : DateParser.ofPattern(format);
            case SESSION_NUMBER, NEEDLES, SCORE, HOURS, AGE -> new NumberParser(kind, mark);
            case EVENT_LIST -> new EventListParser(values);
            case CHRONICITY, MUSCLE_DEPTH, COURSE_OUTCOME -> choice(kind.choices());
            case ID, TEXT, YES_NO, EVENT -> cell -> CellParser.REJECTED;
        };
    }

    private static CellParser choice(List<String> choices) {
        Map<String, Integer> places = new HashMap<>();
        choices.forEach(word -> places.put(word, places.size()));
        Words words = new Words(places);
        return cell -> {
            int place = words.find(cell);
            return place == Words.ABSENT ? CellParser.REJECTED : place;
        };
    }

    /** What the column holds. */
    ValueKind kind() {
        return kind;
    }

    /** What its cells should be, for messages. */
    String expected() {
        return expected;
    }

    /** How a cell that is something else could be settled, or empty. */
    String advice() {
        return advice;
    }

    /** The text of a category or an id: translated, and blank where a word for "not recorded" stands. */
    Cell text(Cell cell) {
        Cell text = translate(cell);
        return meanings.find(text) == NOT_RECORDED ? BLANK : text;
    }

    /**
     * The value of a cell: the ordinal of an {@link Answer} or, for an event, of an {@link EventRecord}, a day, a number, score units, minutes, a place among the choices,
     * or a set of events.
     *
     * @return the value, {@link CellParser#NOT_RECORDED} or {@link CellParser#REJECTED}
     */
    int read(Cell cell) {
        Cell text = translate(cell);
        int meaning = meanings.find(text);
        if (meaning == NOT_RECORDED) {
            return CellParser.NOT_RECORDED;
        }
        if (kind.isAnswer()) {
            return meaning == Words.ABSENT ? CellParser.REJECTED : meaning;
        }
        return text == cell ? asWritten.parse(cell) : canonical.parse(text);
    }

    /** The word under which a value is a category, or null where that is the cell's text. */
    @Nullable
    String category(int value) {
        if (kind.isAnswer()) {
            return EventRecord.of(value).answer() == Answer.YES ? "yes" : "no";
        }
        return kind.choices().isEmpty() ? null : kind.choices().get(value);
    }

    private Cell translate(Cell cell) {
        if (translations.isEmpty()) {
            return cell;
        }
        int place = translated.find(cell);
        return place == Words.ABSENT ? cell : translations.get(place);
    }
}
