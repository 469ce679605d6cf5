package org.aestat.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aestat.csv.EventRow.Place;
import org.aestat.csv.EventRow.Said;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.EventRecord;
import org.aestat.session.Session;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a record into a row of a file of adverse events. */
final class EventRowParser implements RecordSource.FieldSink {

    private static final int NOT_IGNORED = -1;

    private final String file;
    private final EventFileHeader header;
    private final RecordSource records;
    private final Mapping mapping;
    private final List<String> vocabulary;
    private final List<String> comparable;
    private final Map<String, Integer> ignored = new HashMap<>();
    private final Map<EventColumn, ColumnReader> readers;
    private final Map<EventColumn, MomentParser> moments;
    private final Cell[] cells;
    private @Nullable RowProblem problem;
    private long line;

    /**
     * A parser for the rows of one file.
     *
     * @param file its name
     * @param header its header
     * @param records where the rows come from
     * @param options how it is read
     */
    EventRowParser(String file, EventFileHeader header, RecordSource records, ReadOptions options) {
        this.file = file;
        this.header = header;
        this.records = records;
        this.mapping = options.mapping();
        this.vocabulary = mapping.vocabulary().stream().map(AdverseEvent::name).toList();
        this.comparable = vocabulary.stream().map(CanonicalColumns::normalise).toList();
        mapping.eventsFile().ignored().forEach(term -> ignored.put(Words.fold(term), ignored.size()));
        this.readers = new HashMap<>();
        this.moments = new HashMap<>();
        for (EventColumn column : EventColumn.values()) {
            ColumnMapping mapped = mapping.eventsFile().columns().get(column);
            boolean date = column.kind() == ValueKind.DATE;
            readers.put(column, new ColumnReader(date ? ValueKind.TEXT : column.kind(), mapped, options));
            if (date) {
                String own = mapped == null ? null : mapped.format();
                moments.put(
                        column,
                        new MomentParser(own == null ? options.dateFormat() : own, options.decimalComma() ? ',' : '.'));
            }
        }
        this.cells = new Cell[header.size()];
        Arrays.setAll(cells, place -> new Cell());
    }

    @Override
    public void field(int index, char[] buffer, int offset, int length) {
        if (index < cells.length) {
            cells[index].set(Arrays.copyOfRange(buffer, offset, offset + length), 0, length);
        }
    }

    /**
     * Hands the row over of which the fields were taken.
     *
     * @param fields how many it has
     * @param startLine where it starts
     * @param sink takes it
     */
    void end(int fields, long startLine, EventSink sink) {
        line = startLine;
        problem = null;
        if (fields != cells.length) {
            problem = RowProblem.ofFields(file, line, fields, cells.length, records);
            sink.event(new EventRow(line, Place.UNKNOWN, null, Said.YES, problem));
            return;
        }
        Cell term = text(EventColumn.EVENT);
        int reason = ignored.getOrDefault(Words.fold(term.toString()), NOT_IGNORED);
        if (reason == NOT_IGNORED) {
            Place place = place();
            String event = event(term);
            Said said = new Said(record(), moment(EventColumn.ONSET), moment(EventColumn.RESOLVED));
            checkTimes(said.record(), said.onset(), said.resolved());
            sink.event(new EventRow(line, place, event, said, problem));
        } else {
            sink.ignored(reason);
        }
    }

    private void fail(ProblemCode code, EventColumn column, String found, String expected, String advice) {
        if (problem == null) {
            problem = new RowProblem(code, file, line, header.label(column), found, expected, advice);
        }
    }

    /** The text of a column, blank where it says nothing or is not there. */
    private Cell text(EventColumn column) {
        int[] places = header.placesOf(column);
        return places.length == 0 ? Cell.of("") : reader(column).text(cells[places[0]]);
    }

    private ColumnReader reader(EventColumn column) {
        ColumnReader reader = readers.get(column);
        if (reader == null) {
            throw new IllegalStateException("every column has a reader");
        }
        return reader;
    }

    private @Nullable String id(EventColumn column) {
        int[] places = header.placesOf(column);
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            Cell part = cells[places[i]];
            if (part.length() == 0) {
                return null;
            }
            id.append(i == 0 ? "" : "\0").append(part);
        }
        return places.length == 0 ? null : id.toString();
    }

    private Place place() {
        String session = id(EventColumn.SESSION_ID);
        String patient = id(EventColumn.PATIENT_ID);
        Moment day = moment(EventColumn.SESSION_DATE);
        if (day != null && day.isHours()) {
            fail(
                    ProblemCode.DATE,
                    EventColumn.SESSION_DATE,
                    shape(EventColumn.SESSION_DATE),
                    days(EventColumn.SESSION_DATE),
                    "");
            day = null;
        }
        Place place = new Place(
                session, text(EventColumn.SITE).toString(), patient, day == null ? Session.NO_DATE : day.day());
        if (session == null) {
            checkPatientAndDay(patient, day != null);
        }
        return place;
    }

    private void checkPatientAndDay(@Nullable String patient, boolean dated) {
        if (!header.hasPatientAndDay()) {
            fail(ProblemCode.SESSION_UNSAID, EventColumn.SESSION_ID, "blank", ValueKind.ID.expected(), "");
        } else if (patient == null) {
            String or = header.has(EventColumn.SESSION_ID) ? ", or a session_id" : "";
            fail(ProblemCode.SESSION_UNSAID, EventColumn.PATIENT_ID, "blank", ValueKind.ID.expected() + or, "");
        } else if (!dated) {
            boolean latest = mapping.eventsFile().isByLatestSession();
            EventColumn day =
                    latest && !header.has(EventColumn.SESSION_DATE) ? EventColumn.ONSET : EventColumn.SESSION_DATE;
            Moment onset = latest ? moment(EventColumn.ONSET) : null;
            if (onset == null || onset.isHours()) {
                fail(
                        onset == null ? ProblemCode.SESSION_UNSAID : ProblemCode.DATE,
                        day,
                        onset == null ? "nothing recorded" : shape(day),
                        days(day),
                        "");
            }
        }
    }

    private String shape(EventColumn column) {
        return Shape.of(cells[header.placesOf(column)[0]]);
    }

    private MomentParser parser(EventColumn column) {
        MomentParser parser = moments.get(column);
        if (parser == null) {
            throw new IllegalStateException("every column of dates has a parser");
        }
        return parser;
    }

    private String days(EventColumn column) {
        return parser(column).expectedDay();
    }

    private @Nullable Moment moment(EventColumn column) {
        Cell cell = text(column);
        if (cell.length() == 0) {
            return null;
        }
        MomentParser parser = parser(column);
        Moment moment = parser.parse(cell);
        if (moment == null) {
            boolean session = column == EventColumn.SESSION_DATE;
            fail(ProblemCode.DATE, column, Shape.of(cell), session ? parser.expectedDay() : parser.expected(), "");
        }
        return moment;
    }

    private @Nullable String event(Cell term) {
        String folded = Words.fold(term.toString());
        String name = mapping.eventsFile().terms().get(folded);
        int place = name == null ? comparable.indexOf(CanonicalColumns.normalise(folded)) : -1;
        if (name == null && place < 0) {
            String nearest = NearestName.suggestion(CanonicalColumns.normalise(folded), vocabulary);
            fail(
                    ProblemCode.EVENT_UNKNOWN,
                    EventColumn.EVENT,
                    Shape.of(term),
                    "the name of an adverse event",
                    (nearest + " Other names can be given a meaning in the mapping, [events_file] terms or ignore.")
                            .strip());
        }
        return name == null && place >= 0 ? vocabulary.get(place) : name;
    }

    /** What the grade says; in a column of grades "1" is one, and nothing said is a yes. */
    private EventRecord record() {
        int[] places = header.placesOf(EventColumn.GRADE);
        if (places.length == 0) {
            return EventRecord.YES;
        }
        ColumnReader reader = reader(EventColumn.GRADE);
        int value = reader.read(cells[places[0]]);
        if (value == CellParser.REJECTED) {
            fail(ProblemCode.EVENT, EventColumn.GRADE, shape(EventColumn.GRADE), reader.expected(), reader.advice());
            return EventRecord.YES;
        }
        EventRecord record = value == CellParser.NOT_RECORDED ? EventRecord.YES : EventRecord.of(value);
        return record == EventRecord.ONE ? EventRecord.MILD : record;
    }

    private void checkTimes(EventRecord record, @Nullable Moment onset, @Nullable Moment resolved) {
        EventColumn said = onset == null ? EventColumn.RESOLVED : EventColumn.ONSET;
        if (record.answer() == Answer.NO && (onset != null || resolved != null)) {
            fail(ProblemCode.HOURS_WITHOUT_EVENT, said, "a time of an event that did not happen", "a blank", "");
        }
        if (onset == null || resolved == null) {
            return;
        }
        if (onset.isHours() != resolved.isHours()) {
            fail(
                    ProblemCode.EVENT_TIMES,
                    EventColumn.RESOLVED,
                    shape(EventColumn.RESOLVED),
                    onset.isHours() ? "hours, as the onset has" : "a date, as the onset has",
                    "");
        } else if (resolved.isBefore(onset)) {
            fail(
                    ProblemCode.EVENT_TIMES,
                    EventColumn.RESOLVED,
                    "a time before the onset",
                    "that time or a later one",
                    "");
        }
    }
}
