package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aestat.csv.MappingDraft.Section;
import org.aestat.csv.MappingProposal.Confidence;
import org.aestat.csv.MappingProposal.Question;

/** Asks for the columns without which no report can be made: who was treated, and when or the how manieth time. */
final class Requirements {

    private static final int MOST_CATEGORIES = 12;
    private static final Set<String> SMALL_NUMBERS = Set.of("1 digit", "2 digits");

    private final List<ProfiledColumn> columns;
    private final MappingDraft draft;

    Requirements(List<ProfiledColumn> columns, MappingDraft draft) {
        this.columns = columns;
        this.draft = draft;
    }

    /** Whether all are settled. */
    boolean areMet() {
        return isSettled(CanonicalColumns.PATIENT_ID)
                && (isSettled(CanonicalColumns.SESSION_DATE) || isSettled(CanonicalColumns.SESSION_NUMBER));
    }

    /** The questions; those about columns for what is not settled are needed for a report. */
    List<Question> blocking(List<Question> questions) {
        Set<Integer> needed = new HashSet<>();
        addOpen(needed, CanonicalColumns.PATIENT_ID);
        if (!isSettled(CanonicalColumns.SESSION_NUMBER)) {
            addOpen(needed, CanonicalColumns.SESSION_DATE);
        }
        if (!isSettled(CanonicalColumns.SESSION_DATE)) {
            addOpen(needed, CanonicalColumns.SESSION_NUMBER);
        }
        return questions.stream()
                .map(question -> new Question(
                        question.number(),
                        question.columns(),
                        question.text(),
                        question.blocking() || needed.contains(question.number())))
                .toList();
    }

    private void addOpen(Set<Integer> needed, String name) {
        for (ProfiledColumn column : columns) {
            if (column.name().equals(name) && column.result().meaning().equals(MappingProposal.OPEN)) {
                needed.addAll(column.result().questions());
            }
        }
    }

    private boolean isSettled(String name) {
        return columns.stream().anyMatch(column -> column.result().meaning().equals(name));
    }

    /** Asks for what no column was found for, and proposes those whose cells could be it. */
    void ask() {
        if (!hasCandidate(CanonicalColumns.PATIENT_ID)) {
            askForPatient();
        }
        if (!hasCandidate(CanonicalColumns.SESSION_DATE) && !hasCandidate(CanonicalColumns.SESSION_NUMBER)) {
            askForDate();
        }
    }

    private boolean hasCandidate(String name) {
        return columns.stream()
                .anyMatch(column -> column.result().meaning().equals(name)
                        || (column.name().equals(name)
                                && column.result().meaning().equals(MappingProposal.OPEN)));
    }

    private void askForPatient() {
        List<ProfiledColumn> possible =
                columns.stream().filter(this::canBePatient).toList();
        List<String> answers = new ArrayList<>();
        possible.forEach(column -> answers.add(new ColumnLine(CanonicalColumns.PATIENT_ID, column.label()).text()));
        ask(
                possible,
                Section.COLUMNS,
                "which column says who was treated? No header is known for patient_id."
                        + (possible.isEmpty() ? "" : " These could be it, because their cells repeat."),
                answers);
        draft.question(
                Section.ROWS,
                List.of(),
                "if the export has one row for each patient and no column of ids, say so here.",
                false,
                List.of("patient = \"each-row\""));
    }

    private boolean canBePatient(ProfiledColumn column) {
        ColumnProfile profile = column.profile();
        return column.result().meaning().equals(MappingProposal.CATEGORY)
                && profile.blank() == 0
                && profile.recorded() > 1
                && profile.distinct() > 1
                && profile.distinct() < profile.recorded()
                && 2 * profile.withDigits() > profile.recorded()
                && profile.points() + profile.commas() == 0
                && profile.distinct() > MOST_CATEGORIES
                && profile.seen().stream().anyMatch(seen -> !SMALL_NUMBERS.contains(seen.shape()))
                && profile.dates().best().isEmpty();
    }

    private static boolean isFree(ProfiledColumn column) {
        return column.result().meaning().equals(MappingProposal.CATEGORY)
                || column.result().why().equals(OtherColumns.ONE_PER_ROW);
    }

    private void askForDate() {
        List<ProfiledColumn> possible = columns.stream()
                .filter(column -> isFree(column) && OtherColumns.isDates(column.profile()))
                .toList();
        List<String> answers = new ArrayList<>();
        for (ProfiledColumn column : possible) {
            for (DateForms.Form form : column.profile().dates().best()) {
                ColumnLine line = new ColumnLine(CanonicalColumns.SESSION_DATE, column.label());
                answers.add((form.isIso() ? line : line.format(form.pattern())).text());
            }
        }
        ask(
                possible,
                Section.COLUMNS,
                "which column says when the session was? No header is known for session_date or session_number."
                        + (possible.isEmpty() ? "" : " These hold dates."),
                answers);
    }

    private void ask(List<ProfiledColumn> possible, Section section, String text, List<String> answers) {
        List<String> labels = possible.stream().map(ProfiledColumn::label).toList();
        int question = draft.question(section, labels, text, true, answers);
        for (ProfiledColumn column : possible) {
            column.means(MappingProposal.OPEN, Confidence.GUESS, "its cells could be it");
            column.ask(question);
        }
    }
}
