package org.aestat.csv;

import java.util.List;
import java.util.Objects;
import org.aestat.csv.DateForms.Form;
import org.aestat.csv.HeaderSynonyms.Way;
import org.aestat.csv.KnownWords.Group;
import org.aestat.csv.MappingDraft.Section;
import org.aestat.csv.MappingProposal.Confidence;
import org.jspecify.annotations.Nullable;

/** Holds the cells of a column against what its header says, and writes the line or the question that follows. */
final class ColumnJudge {

    private static final long PERCENT_THAT_FIT = 95;

    private final MappingDraft draft;
    private final boolean decimalComma;

    ColumnJudge(MappingDraft draft, boolean decimalComma) {
        this.draft = draft;
        this.decimalComma = decimalComma;
    }

    private static ValueKind kind(ProfiledColumn column) {
        return Objects.requireNonNull(CanonicalColumns.kind(column.name()));
    }

    /** Whether nearly all cells are what the column's name says. */
    boolean fits(ProfiledColumn column) {
        ColumnProfile profile = column.profile();
        return 100 * profile.fitting(decimalComma) >= PERCENT_THAT_FIT * profile.recorded();
    }

    /** Decides about a column that is the only one for its name. */
    void judge(ProfiledColumn column, boolean promoted) {
        ValueKind kind = kind(column);
        if (!column.isNamed() && !promoted) {
            guess(column, kind);
        } else if (kind == ValueKind.DATE) {
            date(column);
        } else if (onlyOneAndTwo(column, kind)) {
            oneAndTwo(column, kind);
        } else if (fits(column)) {
            settle(column, ColumnLine.of(column, kind), isDiary(column));
            askAboutBlanks(column, kind);
        } else {
            misfit(column, kind);
        }
    }

    private static boolean isDiary(ProfiledColumn column) {
        return CanonicalColumns.diaryMinutes(column.name()) >= 0 && !column.is(Way.NAME);
    }

    private void settle(ProfiledColumn column, ColumnLine line, boolean diary) {
        Confidence confidence = column.is(Way.NAME) ? Confidence.CERTAIN : Confidence.LIKELY;
        column.means(column.name(), confidence, column.byName());
        String comment = column.name() + ": " + confidence.label() + ", " + column.byName() + "; " + column.summary()
                + strangers(column);
        if (diary) {
            draft.line(Section.DIARY, comment, diaryLine(column));
        } else if (column.is(Way.NAME) && !line.saysMore()) {
            draft.remark(comment);
        } else {
            draft.line(Section.COLUMNS, comment, line.text());
        }
    }

    private static String diaryLine(ProfiledColumn column) {
        String name = column.name();
        String hours = name.substring(name.lastIndexOf('_') + 1, name.length() - 1);
        return TomlText.quoted(column.label()) + " = " + (hours.startsWith(".") ? "0" + hours : hours);
    }

    private String strangers(ProfiledColumn column) {
        long strange = column.profile().recorded() - column.profile().fitting(decimalComma);
        return strange == 0 ? "" : ". Cells that do not fit and will be rejected: " + strange;
    }

    private void guess(ProfiledColumn column, ValueKind kind) {
        ColumnLine line = ColumnLine.of(column, kind);
        List<Form> forms = column.profile().dates().best();
        if (kind == ValueKind.DATE && !forms.isEmpty() && !forms.get(0).isIso()) {
            line.format(forms.get(0).pattern());
        }
        column.means(MappingProposal.OPEN, Confidence.GUESS, column.byName());
        String what = kind == ValueKind.HOURS ? ", in hours" : "";
        ask(
                column,
                isDiary(column) ? Section.DIARY : Section.COLUMNS,
                "is the column '" + column.label() + "' " + column.name() + what + "? Its cells: " + column.summary()
                        + ".",
                false,
                List.of(isDiary(column) ? diaryLine(column) : line.text()));
    }

    private void ask(
            ProfiledColumn column, @Nullable Section section, String text, boolean blocking, List<String> answers) {
        column.ask(draft.question(section, List.of(column.label()), text, blocking, answers));
    }

    private void date(ProfiledColumn column) {
        DateForms dates = column.profile().dates();
        List<Form> forms = dates.best();
        if (dates.twoDigitYears() > 0 && (forms.isEmpty() || !fits(column))) {
            open(column);
            ask(
                    column,
                    null,
                    "the dates in '" + column.label()
                            + "' have years of two digits, whose century is unknown. Export them"
                            + " with years of four digits.",
                    true,
                    List.of());
        } else if (column.profile().recorded() > 0 && (forms.isEmpty() || !fits(column))) {
            misfit(column, ValueKind.DATE);
        } else if (forms.size() > 1) {
            open(column);
            String patterns = forms.get(0).pattern() + " and " + forms.get(1).pattern();
            ask(
                    column,
                    Section.COLUMNS,
                    "which form do the dates in '" + column.label() + "' have? "
                            + forms.get(0).cells() + " of " + column.profile().recorded() + " fit " + patterns
                            + " alike.",
                    column.is(Way.NAME),
                    forms.stream().map(form -> dateLine(column, form).text()).toList());
        } else {
            ColumnLine line = ColumnLine.of(column, ValueKind.DATE);
            settle(
                    column,
                    forms.isEmpty() || forms.get(0).isIso()
                            ? line
                            : line.format(forms.get(0).pattern()),
                    false);
        }
    }

    private static ColumnLine dateLine(ProfiledColumn column, Form form) {
        return ColumnLine.of(column, ValueKind.DATE).format(form.pattern());
    }

    private static void open(ProfiledColumn column) {
        column.means(
                column.is(Way.NAME) ? column.name() : MappingProposal.OPEN,
                column.is(Way.NAME) ? Confidence.CERTAIN : Confidence.LIKELY,
                column.byName());
    }

    private static boolean onlyOneAndTwo(ProfiledColumn column, ValueKind kind) {
        ColumnProfile profile = column.profile();
        long twos = profile.word("2");
        return kind.isAnswer()
                && twos > 0
                && twos + profile.word("1") + profile.words(Group.NOT_RECORDED) == profile.recorded();
    }

    private void oneAndTwo(ProfiledColumn column, ValueKind kind) {
        open(column);
        ColumnLine oneIsYes = ColumnLine.of(column, kind).word("yes", "1").word("no", "2");
        ColumnLine twoIsYes = ColumnLine.of(column, kind).word("yes", "2").word("no", "1");
        boolean event = kind == ValueKind.EVENT;
        String grades = event ? ", or are they grades, mild and moderate" : "";
        ask(
                column,
                Section.COLUMNS,
                "only 1 and 2 stand in '" + column.label() + "' ("
                        + Shapes.joined(column.profile().seen()) + "): is 1 yes and 2 no, or the other way round"
                        + grades + "?",
                column.is(Way.NAME) && !event,
                event && !column.is(Way.NAME)
                        ? List.of(
                                oneIsYes.text(), twoIsYes.text(), new ColumnLine(column.name(), column.label()).text())
                        : List.of(oneIsYes.text(), twoIsYes.text()));
    }

    private void misfit(ProfiledColumn column, ValueKind kind) {
        open(column);
        ColumnProfile profile = column.profile();
        long fitting = profile.fitting(decimalComma);
        boolean words = !KnownWords.groups(kind).isEmpty() || kind == ValueKind.EVENT_LIST;
        String text = (words ? "what do the words in '" : "is the column '") + column.label()
                + (words ? "' mean? Of " : "' " + column.name() + "? Of ") + profile.recorded() + " recorded cells "
                + fitting + (fitting == 1 ? " is " : " are ") + kind.expected() + "; not: "
                + Shapes.joined(profile.misfits()) + ".";
        ColumnLine line = ColumnLine.of(column, kind);
        ask(
                column,
                Section.COLUMNS,
                text,
                column.is(Way.NAME),
                List.of(isDiary(column) ? diaryLine(column) : (words ? line.toFillIn(kind) : line).text()));
    }

    /** A blank is not recorded, never "no"; who exports only what happened has to know. */
    private void askAboutBlanks(ProfiledColumn column, ValueKind kind) {
        ColumnProfile profile = column.profile();
        if (kind.isAnswer()
                && profile.blank() > 0
                && profile.words(Group.NO) == 0
                && profile.words(Group.YES) + profile.words(Group.GRADE) > 0) {
            ask(
                    column,
                    null,
                    "nothing in '" + column.label() + "' means no, and " + profile.blank()
                            + " cells are blank. aestat takes"
                            + " a blank as not recorded. Where it means no, write 'no' into the export.",
                    false,
                    List.of());
        }
    }
}
