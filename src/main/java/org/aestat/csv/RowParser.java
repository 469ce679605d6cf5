package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionTable;

/** Turns the fields of a row into a draft; texts are coded only when the whole row is accepted. */
final class RowParser implements RecordSource.FieldSink {

    private final InputSource source;
    private final boolean eachRow;
    private final SessionTable table;
    private final SessionDraft draft;
    private final RowPlan plan;
    private final RowRules rules;
    private final RowExclusions exclusions;
    private final RecordSource records;
    private final RowTexts texts;
    private final int[] patientSlots;
    private final int[] therapistSlots;
    private final int[] nameSlots;
    private final int[] courseSlots;
    private final int[] sessionSlots;
    private final CellTask[] constants;
    private final Cell cell = new Cell();
    private int listed = CellParser.NOT_RECORDED;
    private int exclusion = RowExclusions.NONE;
    private final boolean thorough;
    private final List<Failure> failures = new ArrayList<>();

    /** A cell that its column does not take, by its shape. */
    private record Failure(CellTask task, ProblemCode code, String found) {}

    /**
     * A parser for the rows of one export.
     *
     * @param source the export
     * @param columns what it has
     * @param exclusions which of its rows are left out
     * @param records where they come from, its header being the last record
     * @param eachRow whether every row is its own patient
     * @param table what the drafts are for
     * @param thorough whether every cell of a row is looked at, also after one that cannot be read
     */
    RowParser(
            InputSource source,
            ExportColumns columns,
            RowExclusions exclusions,
            RecordSource records,
            boolean eachRow,
            SessionTable table,
            boolean thorough) {
        this.thorough = thorough;
        this.source = source;
        this.eachRow = eachRow;
        this.table = table;
        this.exclusions = exclusions;
        this.records = records;
        draft = new SessionDraft(table.layout());
        plan = new RowPlan(columns, records.fieldCount(), table.layout(), (ignored, events) -> listed = events);
        rules = new RowRules(source.name(), columns, table.layout(), !eachRow);
        texts = new RowTexts(plan.slotCount());
        patientSlots = plan.slotsWithinSite(CanonicalColumns.PATIENT_ID);
        therapistSlots = plan.slotsWithinSite("therapist");
        nameSlots = plan.slots("therapist");
        courseSlots = plan.slots(CanonicalColumns.COURSE_ID);
        sessionSlots = plan.slots(CanonicalColumns.SESSION_ID);
        constants = plan.constants().toArray(CellTask[]::new);
    }

    /** Starts a row. */
    void begin() {
        draft.clear();
        texts.clear();
        texts.put(plan.sourceSlot(), source.name());
        listed = CellParser.NOT_RECORDED;
        exclusion = RowExclusions.NONE;
        failures.clear();
        for (CellTask task : constants) {
            task.accept(Objects.requireNonNull(task.column().constant()), draft, texts);
        }
    }

    @Override
    public void field(int index, char[] buffer, int offset, int length) {
        if (index >= plan.fieldCount()) {
            return;
        }
        CellTask task = thorough || failures.isEmpty() ? plan.task(index) : null;
        boolean mayExclude = exclusions.concerns(index) && exclusion == RowExclusions.NONE;
        if (task != null || mayExclude) {
            cell.set(buffer, offset, length);
        }
        if (mayExclude) {
            exclusion = exclusions.reason(index, cell);
        }
        if (task != null && !task.accept(cell, draft, texts)) {
            failures.add(new Failure(task, ProblemCode.ofCell(task.column().kind(), cell), Shape.of(cell)));
        }
    }

    /**
     * Ends a row and hands it over.
     *
     * @param fields how many it has
     * @param line where it starts
     * @param sink takes it
     */
    void end(int fields, long line, RowSink sink) {
        if (fields != plan.fieldCount()) {
            sink.rejected(List.of(RowProblem.ofFields(source.name(), line, fields, plan.fieldCount(), records)));
        } else if (exclusion != RowExclusions.NONE) {
            sink.excluded(exclusion, line);
        } else {
            end(line, sink);
        }
    }

    private void end(long line, RowSink sink) {
        List<RowProblem> problems = problems(line);
        if (problems.isEmpty()) {
            code();
            sink.session(draft, line);
        } else {
            sink.rejected(problems);
        }
    }

    private List<RowProblem> problems(long line) {
        if (failures.isEmpty()) {
            RowProblem problem = rules.check(draft, listed, line);
            return problem == null ? List.of() : List.of(problem);
        }
        return failures.stream()
                .map(failure -> failure.task().problem(failure.code(), failure.found(), source.name(), line))
                .toList();
    }

    private void code() {
        if (eachRow) {
            draft.setPatient(table.patients().addUnnamed());
        } else {
            draft.setPatient(texts.code(patientSlots, table.patients()));
        }
        if (nameSlots.length > 0 && !texts.isAnyBlank(nameSlots)) {
            draft.setTherapist(texts.code(therapistSlots, table.therapists()));
        }
        if (courseSlots.length > 0 && !texts.isAnyBlank(courseSlots)) {
            draft.setCourse(texts.code(courseSlots, table.courseIds()));
        }
        if (sessionSlots.length > 0 && !texts.isAnyBlank(sessionSlots)) {
            draft.setId(texts.join(sessionSlots), texts.joinedLength());
        }
        int[] categories = plan.categorySlots();
        for (int i = 0; i < categories.length; i++) {
            if (categories[i] >= 0) {
                draft.setCategory(i, texts.code(categories[i], table.categoryTexts(i)));
            }
        }
    }
}
