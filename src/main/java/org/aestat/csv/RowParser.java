package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a row into a draft; texts are coded only when the whole row is accepted. */
final class RowParser implements RecordSource.FieldSink {

    private final String file;
    private final boolean eachRow;
    private final SessionTable table;
    private final SessionDraft draft;
    private final @Nullable CellTask[] tasks;
    private final RowRules rules;
    private final RowExclusions exclusions;
    private final boolean excludes;
    private final RecordSource records;
    private final RowTexts texts;
    private final int sourceSlot;
    private final char[] sourceName;
    private final int[] patientSlots;
    private final int[] nameSlots;
    private final int[] courseSlots;
    private final int[] sessionSlots;
    private final int[] categorySlots;
    private final TextCodes therapists;
    private final TextCodes[] categories;
    private final CellTask[] constants;
    private final Cell cell = new Cell();
    private final boolean thorough;
    private final List<Failure> failures = new ArrayList<>();
    private int exclusion = RowExclusions.NONE;
    private boolean failed;

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
        this.file = source.name();
        this.eachRow = eachRow;
        this.table = table;
        this.exclusions = exclusions;
        this.records = records;
        this.thorough = thorough;
        SessionLayout layout = table.layout();
        draft = new SessionDraft(layout);
        RowPlan plan = new RowPlan(columns, records.fieldCount(), draft, layout);
        tasks = plan.tasks();
        constants = plan.constants().toArray(CellTask[]::new);
        rules = new RowRules(file, columns, layout, !eachRow);
        excludes = exclusions.concernAny();
        texts = new RowTexts(plan.slotCount());
        sourceSlot = plan.sourceSlot();
        sourceName = file.toCharArray();
        patientSlots = plan.slotsWithinSite(CanonicalColumns.PATIENT_ID);
        nameSlots = plan.slots("therapist");
        courseSlots = plan.slots(CanonicalColumns.COURSE_ID);
        sessionSlots = plan.slots(CanonicalColumns.SESSION_ID);
        categorySlots = plan.categorySlots();
        therapists = new TextCodes(plan.slotsWithinSite("therapist"), table.therapists());
        categories = new TextCodes[categorySlots.length];
        for (int i = 0; i < categories.length; i++) {
            categories[i] = new TextCodes(new int[] {categorySlots[i]}, table.categoryTexts(i));
        }
    }

    /**
     * Reads rows to their end.
     *
     * @param rows the rows
     * @param fields takes their fields: this parser, or what hands them to it
     * @param sink takes the rows
     */
    void readAll(RecordSource rows, RecordSource.FieldSink fields, RowSink sink) {
        begin();
        while (rows.next(fields)) {
            if (!rows.settle(sink)) {
                end(rows.fieldCount(), rows.line(), sink);
            }
            begin();
        }
    }

    /** To be told when the dictionaries of the table have lost their texts. */
    void forgetCodes() {
        therapists.forget();
        for (TextCodes category : categories) {
            category.forget();
        }
    }

    private void begin() {
        draft.clear();
        texts.clear();
        texts.put(sourceSlot, sourceName, 0);
        exclusion = RowExclusions.NONE;
        if (failed) {
            failed = false;
            failures.clear();
        }
        for (CellTask task : constants) {
            task.accept(Objects.requireNonNull(task.column().constant()), draft, texts);
        }
    }

    @Override
    public void field(int index, char[] buffer, int offset, int length) {
        if (index >= tasks.length) {
            return;
        }
        CellTask task = tasks[index];
        if (!excludes && (task == null || task.acceptSeen(buffer, offset, length, draft, texts))) {
            return;
        }
        look(task, index, buffer, offset, length);
    }

    private void look(@Nullable CellTask task, int index, char[] buffer, int offset, int length) {
        cell.set(buffer, offset, length);
        if (excludes && exclusion == RowExclusions.NONE) {
            exclusion = exclusions.reason(index, cell);
        }
        if (task != null && (thorough || !failed) && !task.accept(cell, draft, texts)) {
            failed = true;
            failures.add(new Failure(task, ProblemCode.ofCell(task.column().kind(), cell), Shape.of(cell)));
        }
    }

    private void end(int fields, long line, RowSink sink) {
        if (fields != tasks.length) {
            sink.rejected(List.of(RowProblem.ofFields(file, line, fields, tasks.length, records)));
        } else if (exclusion != RowExclusions.NONE) {
            sink.excluded(exclusion, line);
        } else if (failed) {
            sink.rejected(failures.stream()
                    .map(failure -> failure.task().problem(failure.code(), failure.found(), file, line))
                    .toList());
        } else {
            RowProblem problem = rules.check(draft, line);
            if (problem == null) {
                code();
                sink.session(draft, line);
            } else {
                sink.rejected(List.of(problem));
            }
        }
    }

    private void code() {
        draft.setPatient(eachRow ? table.patients().addUnnamed() : texts.code(patientSlots, table.patients()));
        if (nameSlots.length > 0 && !texts.isAnyBlank(nameSlots)) {
            draft.setTherapist(therapists.code(texts));
        }
        if (courseSlots.length > 0 && !texts.isAnyBlank(courseSlots)) {
            draft.setCourse(texts.code(courseSlots, table.courseIds()));
        }
        if (sessionSlots.length > 0 && !texts.isAnyBlank(sessionSlots)) {
            texts.setId(sessionSlots, draft);
        }
        for (int i = 0; i < categorySlots.length; i++) {
            if (categorySlots[i] >= 0 && !texts.isBlank(categorySlots[i])) {
                draft.setCategory(i, categories[i].code(texts));
            }
        }
    }
}
