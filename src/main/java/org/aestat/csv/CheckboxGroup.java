package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The choices of one question of which several may be taken, each with a column of its own. What is not taken is "no"
 * only where the question was surely answered: another choice is taken, or the form was saved as complete.
 */
final class CheckboxGroup {

    private static final Set<String> UNCHECKED = Set.of("", "0", "unchecked");
    private static final Set<String> CHECKED = Set.of("1", "checked");

    private final PresetTable table;
    private final List<String> labels;
    private final List<Choice> choices = new ArrayList<>();

    /**
     * One choice.
     *
     * @param place the place of its column
     * @param label what the question calls it, or its code where that is all there is
     * @param missing whether it says that nothing is recorded
     */
    record Choice(int place, String label, boolean missing) {

        boolean isNone() {
            return ChoiceWords.isNone(label);
        }
    }

    /**
     * A group without choices yet.
     *
     * @param table the export
     * @param labels its header, each name once
     */
    CheckboxGroup(PresetTable table, List<String> labels) {
        this.table = table;
        this.labels = labels;
    }

    void add(Choice choice) {
        choices.add(choice);
    }

    List<Choice> choices() {
        return choices;
    }

    /**
     * Makes the cells of a row yes, no or blank.
     *
     * @param row the row
     * @param answered whether the question was answered even if nothing is checked
     */
    void settle(PresetRow row, boolean answered) {
        boolean none = false;
        boolean missing = false;
        boolean some = false;
        for (Choice choice : choices) {
            String cell = Words.fold(row.cell(choice.place()));
            boolean checked = isChecked(cell, choice);
            if (!checked && !UNCHECKED.contains(cell)) {
                reject(
                        ProblemCode.YES_NO,
                        row,
                        choice,
                        Shape.of(Cell.of(row.cell(choice.place()))),
                        "checked or unchecked, as 1 or 0");
                return;
            }
            none |= checked && choice.isNone();
            missing |= checked && choice.missing();
            some |= checked && !choice.isNone() && !choice.missing();
        }
        if ((none ? 1 : 0) + (missing ? 1 : 0) + (some ? 1 : 0) > 1) {
            reject(
                    ProblemCode.CHOICES_CONTRADICTED,
                    row,
                    contradicted(row),
                    "a choice that contradicts another",
                    "choices that can be true together");
            return;
        }
        boolean known = none || some || (answered && !missing);
        for (Choice choice : choices) {
            boolean checked = isChecked(Words.fold(row.cell(choice.place())), choice);
            row.set(choice.place(), !known ? "" : checked ? "yes" : "no");
        }
    }

    private static boolean isChecked(String cell, Choice choice) {
        return CHECKED.contains(cell) || (!UNCHECKED.contains(cell) && cell.equals(Words.fold(choice.label())));
    }

    private Choice contradicted(PresetRow row) {
        return choices.stream()
                .filter(choice -> choice.isNone() || choice.missing())
                .filter(choice -> isChecked(Words.fold(row.cell(choice.place())), choice))
                .findFirst()
                .orElseThrow();
    }

    private void reject(ProblemCode code, PresetRow row, Choice choice, String found, String expected) {
        row.reject(new RowProblem(code, table.file(), row.line(), labels.get(choice.place()), found, expected, ""));
    }
}
