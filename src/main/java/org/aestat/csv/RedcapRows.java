package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.aestat.csv.RedcapColumn.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a REDCap export are sessions. Where instruments or events repeat, the rows of a record hold only what
 * belongs to them: those of the session's instrument are sessions, the others are left out. What the rows of a record hold
 * of the patient is carried to the patient's sessions, into cells that are blank there.
 */
final class RedcapRows {

    private static final int NO_SESSION = 0;
    private static final int OTHER_INSTRUMENT = 1;
    private static final Set<String> SAVED = Set.of("1", "2", "unverified", "complete");
    private static final Set<String> OF_SESSIONS = Set.of(
            CanonicalColumns.SESSION_ID,
            CanonicalColumns.SESSION_DATE,
            CanonicalColumns.SESSION_NUMBER,
            CanonicalColumns.ADVERSE_EVENTS,
            "twitch_response",
            "relief",
            "soreness_resolved");

    private final PresetTable table;
    private final RedcapHeader header;
    private final PresetColumns columns;
    private final int record;
    private final int instrument;
    private final int instance;
    private final int width;
    private final Map<Integer, Set<String>> conflicts = new TreeMap<>();
    private final Map<Integer, Integer> carried = new TreeMap<>();
    private final Map<Integer, Integer> lost = new TreeMap<>();

    RedcapRows(PresetTable table, RedcapHeader header, PresetColumns columns) {
        this.table = table;
        this.header = header;
        this.columns = columns;
        record = header.place(Role.RECORD);
        instrument = header.place(Role.INSTRUMENT);
        instance = header.place(Role.INSTANCE);
        width = header.columns().size();
    }

    /** Whether an instrument was saved as unverified or complete. */
    static boolean isSaved(PresetRow row, int status) {
        return status >= 0 && SAVED.contains(Words.fold(row.cell(status)));
    }

    /**
     * Leaves out the rows that are no sessions.
     *
     * @throws InputException if it is not clear which instrument holds the sessions
     */
    void settle() {
        if (instrument < 0 && instance < 0 && header.place(Role.EVENT_NAME) < 0) {
            return;
        }
        String form = form();
        if (form == null) {
            return;
        }
        columns.decide("Sessions are the rows of the instrument '" + form + "'.");
        numberSessions();
        Map<String, @Nullable String[]> known = new HashMap<>();
        for (PresetRow row : table.rows()) {
            if (row.isOpen() && !isSession(row, form)) {
                boolean other = instrument >= 0 && !row.isBlank(instrument);
                row.exclude(other ? OTHER_INSTRUMENT : NO_SESSION);
                if (!other && (instance < 0 || row.isBlank(instance))) {
                    remember(row, form, known);
                }
            }
        }
        table.rows().stream().filter(PresetRow::isOpen).forEach(row -> carry(row, known));
        report();
    }

    /** Without dates and numbers, sessions are numbered as their instrument repeats. */
    private void numberSessions() {
        boolean placed = columns.place(CanonicalColumns.SESSION_DATE) >= 0
                || columns.place(CanonicalColumns.SESSION_NUMBER) >= 0;
        if (!placed && instance >= 0) {
            columns.recognise(instance, CanonicalColumns.SESSION_NUMBER);
            columns.settle();
        }
    }

    private @Nullable String form() {
        Set<String> forms = new TreeSet<>();
        for (String key : List.of(CanonicalColumns.SESSION_DATE, CanonicalColumns.SESSION_NUMBER)) {
            int place = columns.place(key);
            if (place >= 0 && forms.isEmpty()) {
                addForm(place, forms);
            }
        }
        if (forms.isEmpty()) {
            IntStream.range(0, width).filter(this::isOfSession).forEach(place -> addForm(place, forms));
        }
        if (forms.size() != 1) {
            if (table.isTentative()) {
                return null;
            }
            throw table.fault("which instrument holds the sessions is not clear. "
                    + (forms.isEmpty() && !header.hasDictionary()
                            ? "The data dictionary (--dictionary) says which fields belong together."
                            : "A mapping file (--mapping) can say which column is session_date."));
        }
        return forms.iterator().next();
    }

    private void addForm(int place, Set<String> forms) {
        String form = header.columns().get(place).form();
        if (form != null) {
            forms.add(form);
        }
    }

    /** Whether a column tells of a single session, wherever it stands. */
    private boolean isOfSession(int place) {
        String name = columns.name(place);
        return switch (columns.kind(place)) {
            case EVENT, SCORE, HOURS, NEEDLES, DATE -> true;
            default -> name != null && OF_SESSIONS.contains(name);
        };
    }

    private boolean isSession(PresetRow row, String form) {
        if (instrument >= 0 && !row.isBlank(instrument)) {
            String named = CanonicalColumns.normalise(row.cell(instrument));
            if (header.columns().stream().noneMatch(column -> named.equals(column.form()))) {
                throw new InputException(
                        table.file(),
                        row.line(),
                        "the row repeats an instrument that has no column here or another name in the data dictionary."
                                + " Export raw data with all fields of the instrument.");
            }
            return named.equals(form);
        }
        boolean saved = isSaved(row, header.status(form));
        return saved
                || IntStream.range(0, width)
                        .anyMatch(place -> isOf(form, place) && !row.isBlank(place) && !isUnchecked(place, row));
    }

    private boolean isOf(String form, int place) {
        RedcapColumn column = header.columns().get(place);
        return column.isData() && form.equals(column.form());
    }

    /** Whether a column may tell of the patient; what only tells who that is stays where it is. */
    private boolean isCarried(int place) {
        RedcapColumn column = header.columns().get(place);
        return column.isData() && (columns.name(place) != null || !column.isIdentifier());
    }

    /** An unchecked box says nothing of a row that is otherwise blank. */
    private boolean isUnchecked(int place, PresetRow row) {
        return header.columns().get(place).is(Role.CHOICE) && row.cell(place).equals("no");
    }

    private void remember(PresetRow row, String form, Map<String, @Nullable String[]> known) {
        @Nullable String[] values = known.computeIfAbsent(row.cell(record), id -> new String[width]);
        for (int place = 0; place < width; place++) {
            if (isOf(form, place) || !isCarried(place) || row.isBlank(place)) {
                continue;
            }
            if (isOfSession(place)) {
                lost.merge(place, 1, Integer::sum);
            } else if (values[place] == null) {
                values[place] = row.cell(place);
            } else if (!row.cell(place).equals(values[place])) {
                conflicts.computeIfAbsent(place, key -> new TreeSet<>()).add(row.cell(record));
            }
        }
    }

    private void carry(PresetRow row, Map<String, @Nullable String[]> known) {
        @Nullable String[] values = known.get(row.cell(record));
        for (int place = 0; values != null && place < width; place++) {
            String value = values[place];
            boolean clear = !conflicts.getOrDefault(place, Set.of()).contains(row.cell(record));
            if (value != null && clear && row.isBlank(place)) {
                row.set(place, value);
                carried.merge(place, 1, Integer::sum);
            }
        }
    }

    private void report() {
        if (!carried.isEmpty()) {
            List<String> counts = new ArrayList<>();
            carried.forEach((place, rows) -> counts.add("'" + columns.label(place) + "' (" + rows + ")"));
            columns.decide("Carried from the other rows of a record to sessions where it is blank, with the number of"
                    + " sessions: " + String.join(", ", counts) + ".");
        }
        conflicts.forEach((place, records) -> columns.doubt("'" + columns.label(place)
                + "' has several values in rows that are no sessions, for " + records.size()
                + (records.size() == 1 ? " record" : " records") + "; none of them is carried to sessions."));
        lost.forEach((place, rows) -> columns.doubt("'" + columns.label(place) + "' tells of sessions, but stands in "
                + rows + (rows == 1 ? " row" : " rows") + " of records that are none; it is not used there."));
    }
}
