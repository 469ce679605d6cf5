package org.aestat.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question about adverse events whose answers, several perhaps, stand in one cell with commas or semicolons between
 * them. An answer may hold commas itself: a cell is read only if there is one way to take it apart.
 */
final class MultiSelect {

    private static final List<String> NAMES = CanonicalColumns.eventNames();
    private static final String ABOUT = "adverse event";
    private static final int UNKNOWN = -1;
    private static final int MOST_MARKS = 60;

    private final PresetTable table;
    private final int place;
    private final String label;
    private final Map<String, String> values;
    private final Map<PresetRow, Integer> answers = new HashMap<>();
    private final Map<String, Integer> read = new TreeMap<>();
    private final Set<Integer> offered = new TreeSet<>();

    /**
     * The answers to a question. Rows that cannot be read are rejected.
     *
     * @param table the export
     * @param place the place of the question
     * @param label its header
     * @param mapping what the mapping of the run says of it, or null
     */
    MultiSelect(PresetTable table, int place, String label, @Nullable ColumnMapping mapping) {
        this.table = table;
        this.place = place;
        this.label = label;
        this.values = mapping == null ? Map.of() : mapping.values();
        values.values().forEach(text -> offer(new EventListParser(Map.of()).parse(Cell.of(text))));
        table.rows().stream().filter(PresetRow::isOpen).forEach(this::read);
    }

    private void offer(int events) {
        for (int event = 0; events > 0 && event < NAMES.size(); event++) {
            if ((events & (1 << event)) != 0) {
                offered.add(event);
            }
        }
    }

    private void read(PresetRow row) {
        String cell = row.cell(place);
        if (cell.isEmpty() || ChoiceWords.isNotRecorded(cell)) {
            return;
        }
        Integer events = read.get(cell);
        if (events == null) {
            events = parse(row, cell);
            if (events == UNKNOWN) {
                return;
            }
            read.put(cell, events);
        }
        offer(events);
        answers.put(row, events);
    }

    private int parse(PresetRow row, String cell) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == ',' || cell.charAt(i) == ';') {
                ends.add(i);
            }
        }
        ends.add(cell.length());
        if (ends.size() > MOST_MARKS) {
            return reject(
                    ProblemCode.EVENT_LIST, row, cell, "answers that aestat knows, with commas between them", advice());
        }
        long[] ways = new long[ends.size() + 1];
        int[] events = new int[ends.size() + 1];
        boolean[] none = new boolean[ends.size() + 1];
        ways[0] = 1;
        for (int to = 1; to <= ends.size(); to++) {
            for (int from = 0; from < to; from++) {
                int start = from == 0 ? 0 : ends.get(from - 1) + 1;
                int known = ways[from] == 0 ? UNKNOWN : known(cell.substring(start, ends.get(to - 1)));
                if (known != UNKNOWN) {
                    ways[to] += ways[from];
                    events[to] = events[from] | known;
                    none[to] = none[from] || known == 0;
                }
            }
        }
        int last = ends.size();
        if (ways[last] == 0) {
            return reject(
                    ProblemCode.EVENT_LIST, row, cell, "answers that aestat knows, with commas between them", advice());
        }
        if (ways[last] > 1) {
            return reject(ProblemCode.EVENT_LIST, row, cell, "answers that can be told apart in one way only", "");
        }
        if (none[last] && events[last] != 0) {
            return reject(ProblemCode.CHOICES_CONTRADICTED, row, cell, "either events or that there were none", "");
        }
        return events[last];
    }

    private String advice() {
        return "A mapping can say what the other answers mean: adverse_events = { column = " + TomlText.quoted(label)
                + ", values = { ... } }.";
    }

    private int reject(ProblemCode code, PresetRow row, String cell, String expected, String advice) {
        row.reject(new RowProblem(code, table.file(), row.line(), label, Shape.of(Cell.of(cell)), expected, advice));
        return UNKNOWN;
    }

    /** The events of one answer as bits, 0 for none of them, or {@link #UNKNOWN}. */
    private int known(String answer) {
        String text = values.get(Words.fold(answer));
        if (text != null) {
            return Math.max(UNKNOWN, new EventListParser(Map.of()).parse(Cell.of(text)));
        }
        if (ChoiceWords.isNone(answer)) {
            return 0;
        }
        String name = answer.isBlank() ? null : PresetColumns.meaning(answer.strip(), ABOUT);
        int event = name == null ? UNKNOWN : NAMES.indexOf(name);
        return event < 0 ? UNKNOWN : 1 << event;
    }

    /** The events that the question offers, as far as the mapping or an answer shows it. */
    List<String> offered() {
        return offered.stream().map(NAMES::get).toList();
    }

    /** The cells of a row for the events offered: yes, no, or blank where the question was not answered. */
    String[] cells(PresetRow row) {
        String[] cells = new String[offered.size()];
        Integer events = answers.get(row);
        Arrays.fill(cells, "");
        int i = 0;
        for (int event : offered) {
            if (events != null) {
                cells[i] = (events & (1 << event)) == 0 ? "no" : "yes";
            }
            i++;
        }
        return cells;
    }
}
