package org.aestat.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.csv.KnownWords.Group;
import org.aestat.csv.MappingDraft.Section;
import org.aestat.csv.MappingProposal.Confidence;

/** Decides about the columns whose headers say nothing that aestat knows. */
final class OtherColumns {

    /** Why a column of ids or measurements is no category. */
    static final String ONE_PER_ROW = "nearly every row has its own value";

    private static final int YEARS_OF_A_LIFE = 30;
    private static final int FEW_ROWS = 20;
    private static final Pattern CODE = Pattern.compile("(.*[^_])___(.+)", Pattern.DOTALL);

    private final List<ProfiledColumn> columns;
    private final MappingDraft draft;
    private final long rows;

    OtherColumns(List<ProfiledColumn> columns, MappingDraft draft, long rows) {
        this.columns = columns;
        this.draft = draft;
        this.rows = rows;
    }

    void settle() {
        askAboutCodes();
        columns.stream().filter(ProfiledColumn::isOpen).forEach(this::settle);
    }

    /** Whether a column holds days and no dates of birth. */
    static boolean isDates(ColumnProfile profile) {
        List<DateForms.Form> forms = profile.dates().best();
        return !forms.isEmpty()
                && profile.dates().compact() == 0
                && 100 * forms.get(0).cells() >= 95 * profile.recorded()
                && profile.dates().span() < YEARS_OF_A_LIFE;
    }

    private void settle(ProfiledColumn column) {
        ColumnProfile profile = column.profile();
        if (CanonicalColumns.normalise(column.label()).equals(CanonicalColumns.SOURCE)) {
            column.isOther(MappingProposal.LEFT_OUT, "'source' is the name of the file");
        } else if (profile.dates().span() >= YEARS_OF_A_LIFE) {
            leaveOut(column, "dates of birth");
        } else if (HeaderKey.isAboutEvents(column.label()) && isAnswers(profile)) {
            askAboutEvent(column);
        } else if (isOnePerRow(profile)) {
            column.isOther(MappingProposal.LEFT_OUT, ONE_PER_ROW);
        } else {
            column.isOther(MappingProposal.CATEGORY, reason(column));
        }
    }

    private static String reason(ProfiledColumn column) {
        if (column.isNamed()) {
            return "another column is " + column.name();
        }
        return column.profile().recorded() == 0 ? "is empty" : "no known name";
    }

    private void leaveOut(ProfiledColumn column, String what) {
        column.isOther(MappingProposal.LEFT_OUT, "looks like " + what);
        draft.remark("left out: '" + column.label() + "' looks like " + what + ". Do not map it; better leave it out of"
                + " the export.");
    }

    private boolean isOnePerRow(ColumnProfile profile) {
        return rows >= FEW_ROWS
                && (profile.isDistinctCapped() || 10 * profile.distinct() > 9 * profile.recorded())
                && profile.recorded() > 0;
    }

    private static boolean isAnswers(ColumnProfile profile) {
        long answers = profile.words(Group.YES)
                + profile.words(Group.NO)
                + profile.words(Group.NOT_RECORDED)
                + profile.words(Group.GRADE);
        return profile.recorded() > 0 && answers == profile.recorded();
    }

    /** The choices of a field of adverse events whose codes say nothing. */
    private void askAboutCodes() {
        Map<String, List<ProfiledColumn>> fields = new LinkedHashMap<>();
        for (ProfiledColumn column : columns) {
            Matcher code = CODE.matcher(column.label());
            if (column.isOpen() && code.matches() && HeaderKey.isAboutEvents(code.group(1))) {
                fields.computeIfAbsent(code.group(1), field -> new ArrayList<>())
                        .add(column);
            }
        }
        fields.forEach((field, choices) -> {
            List<String> labels = choices.stream().map(ProfiledColumn::label).toList();
            int question = draft.question(
                    Section.COLUMNS,
                    labels,
                    "which adverse events are the choices of '" + field
                            + "'? The data dictionary of the export says it."
                            + " Write the name of the event in the place of EVENT.",
                    false,
                    labels.stream()
                            .map(label -> "EVENT = " + TomlText.quoted(label))
                            .toList());
            for (ProfiledColumn column : choices) {
                column.means(MappingProposal.OPEN, Confidence.GUESS, "a choice of adverse events");
                column.ask(question);
            }
        });
    }

    private void askAboutEvent(ProfiledColumn column) {
        String name = eventName(column.label());
        column.means(MappingProposal.OPEN, Confidence.GUESS, "its name is about adverse events");
        column.ask(draft.question(
                Section.EVENTS,
                List.of(column.label()),
                "is '" + column.label() + "' an adverse event? Its cells are answers.",
                false,
                List.of(name + " = { column = " + TomlText.quoted(column.label()) + ", major = false }")));
    }

    private static String eventName(String label) {
        List<String> keys = HeaderKey.candidates(label);
        String key = keys.isEmpty() ? "" : keys.get(keys.size() - 1).replaceAll("[^a-z0-9]+", "_");
        boolean usable = key.matches("[a-z][a-z0-9_]*") && CanonicalColumns.kind(key) == null && !key.equals("any");
        return usable ? key : "event_" + key;
    }
}
