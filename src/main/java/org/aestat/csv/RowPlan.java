package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.jspecify.annotations.Nullable;

/** What to do with every field of an export's rows, decided once, before the first row. */
final class RowPlan {

    private static final int NO_SLOT = -1;

    private final @Nullable CellTask[] tasks;
    private final List<CellTask> constants = new ArrayList<>();
    private final Map<String, List<Integer>> slots = new HashMap<>();
    private final int slotCount;
    private final int sourceSlot;
    private final int[] categorySlots;

    /**
     * A plan.
     *
     * @param columns what the export has
     * @param fieldCount the number of fields of its header
     * @param draft takes the values of a row
     * @param layout its layout
     */
    RowPlan(ExportColumns columns, int fieldCount, SessionDraft draft, SessionLayout layout) {
        tasks = new CellTask[fieldCount];
        List<String> categories = new ArrayList<>();
        for (String name : layout.categories()) {
            String category = columns.category(name);
            categories.add(category == null ? "" : category);
        }
        int slot = 0;
        for (ExportColumn column : columns.all()) {
            boolean kept = isIdentity(column) || categories.contains(column.name());
            if (kept || column.kind() != ValueKind.TEXT) {
                add(new CellTask(column, DraftPlaces.of(column, draft, layout), kept ? slot : NO_SLOT));
            }
            if (kept) {
                slots.computeIfAbsent(column.name(), name -> new ArrayList<>()).add(slot);
                slot++;
            }
        }
        sourceSlot = slot;
        slotCount = slot + 1;
        categorySlots = categories.stream().mapToInt(this::categorySlot).toArray();
    }

    private static boolean isIdentity(ExportColumn column) {
        return column.kind() == ValueKind.ID || column.isNamed("site") || column.isNamed("therapist");
    }

    private void add(CellTask task) {
        if (task.column().index() < 0) {
            constants.add(task);
        } else {
            tasks[task.column().index()] = task;
        }
    }

    private int categorySlot(String category) {
        if (category.equals(CanonicalColumns.SOURCE)) {
            return sourceSlot;
        }
        List<Integer> found = slots.get(category);
        return found == null ? NO_SLOT : found.get(0);
    }

    /** The tasks of the fields of a row, null where nobody needs a field. */
    @Nullable
    CellTask[] tasks() {
        return tasks;
    }

    /** The tasks for constants. */
    List<CellTask> constants() {
        return constants;
    }

    /** The number of texts of a row. */
    int slotCount() {
        return slotCount;
    }

    /** Where the name of the file is kept. */
    int sourceSlot() {
        return sourceSlot;
    }

    /** Where the texts of a column are kept, one slot for each header it is made of; none if it is not there. */
    int[] slots(String name) {
        return slots.getOrDefault(name, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The slots of a column after that of {@code site}, if there is one: who somebody is within a site. */
    int[] slotsWithinSite(String name) {
        return IntStream.concat(IntStream.of(slots("site")), IntStream.of(slots(name)))
                .toArray();
    }

    /** Where the categories of the layout are kept, -1 for those that the export does not have. */
    int[] categorySlots() {
        return categorySlots;
    }
}
