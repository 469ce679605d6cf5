package org.aestat.csv;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aestat.csv.HeaderSynonyms.Way;
import org.aestat.csv.MappingDraft.Section;
import org.aestat.csv.MappingProposal.Confidence;
import org.jspecify.annotations.Nullable;

/** Proposes a mapping for an export: what is clear as lines, what is not as questions. */
public final class MappingProposer {

    private final ExportProfile export;
    private final ReadOptions options;
    private final MappingDraft draft = new MappingDraft();
    private final List<ProfiledColumn> columns = new ArrayList<>();
    private final boolean decimalComma;
    private final ColumnJudge judge;

    private MappingProposer(ExportProfile export, ReadOptions options) {
        this.export = export;
        this.options = options;
        for (int i = 0; i < export.labels().size(); i++) {
            columns.add(new ProfiledColumn(export.labels().get(i), export.match(i), export.column(i)));
        }
        decimalComma = new DecimalMark(columns).settle(draft);
        judge = new ColumnJudge(draft, decimalComma);
    }

    /**
     * Reads an export once and proposes a mapping.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, which are not closed; otherwise null
     * @param options how it is written, and the program that wrote it; mapping and decimal mark are not used
     * @throws InputException if it cannot be read to its end or its first line does not name the columns
     */
    public static MappingProposal propose(
            InputSource source, @Nullable InputStream standardInput, ReadOptions options) {
        return new MappingProposer(ExportProfile.read(source, standardInput, options), options).proposal();
    }

    private MappingProposal proposal() {
        writeForm();
        columns.stream()
                .filter(column -> export.isUnderstood(column.label()))
                .forEach(column -> column.isOther(MappingProposal.CATEGORY, "read by the preset"));
        leaveOutWhatTellsWhoSomebodyIs();
        Map<String, List<ProfiledColumn>> byName = columns.stream()
                .filter(column -> column.isOpen() && !column.name().isEmpty())
                .filter(column -> column.isNamed() || judge.fits(column))
                .collect(Collectors.groupingBy(
                        MappingProposer::key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        byName.values().forEach(this::choose);
        new OtherColumns(columns, draft, export.rows()).settle();
        Requirements requirements = new Requirements(columns, draft);
        requirements.ask();
        return new MappingProposal(
                export.file(),
                export.rows(),
                export.irregularRows(),
                new FileForm(options.encoding(), export.statedDelimiter(), decimalComma),
                columns.stream().map(ProfiledColumn::result).toList(),
                requirements.blocking(draft.questions()),
                requirements.areMet() && !draft.isBlocked(),
                draft.text(export.file(), export.rows(), columns.size()));
    }

    private void writeForm() {
        Charset encoding = options.encoding();
        if (encoding != null) {
            draft.line(Section.FILE, "as it was given", "encoding = " + TomlText.quoted(encoding.name()));
        }
        String delimiter = new FileForm(null, export.statedDelimiter(), false).delimiterName();
        if (delimiter != null) {
            draft.line(Section.FILE, "between the fields", "delimiter = " + TomlText.quoted(delimiter));
        }
        if (decimalComma) {
            draft.line(Section.FILE, "decimals are written 2,5 in every such column", "decimal_comma = true");
        }
        if (options.dialect() != null) {
            draft.remark("no line can say it, so give it with every command: --dialect "
                    + options.dialect().label());
        }
        if (options.skip() > 0) {
            draft.remark("no line can say it, so give it with every command: --skip " + options.skip());
        }
    }

    private void leaveOutWhatTellsWhoSomebodyIs() {
        for (ProfiledColumn column : columns) {
            String found = column.isOpen() ? sensitive(column) : null;
            if (found != null) {
                column.isOther(MappingProposal.LEFT_OUT, "looks like " + found);
                draft.remark("left out: '" + column.label() + "' looks like " + found
                        + ". Do not map it; better leave it" + " out of the export.");
            }
        }
    }

    private @Nullable String sensitive(ProfiledColumn column) {
        if (export.isIdentifying(column.label()) && !column.isNamed()) {
            return "an identifier";
        }
        ColumnProfile profile = column.profile();
        ValueKind kind = CanonicalColumns.kind(column.name());
        String byCells = profile.sensitivity().byCells(profile.distinct(), profile.isDistinctCapped());
        if (!column.isNamed()) {
            String byHeader = Sensitivity.byHeader(column.label());
            return byHeader == null && kind == null ? byCells : byHeader;
        }
        if (byCells == null || kind != ValueKind.TEXT || column.is(Way.NAME)) {
            return null;
        }
        return column.name().equals("therapist") && byCells.equals("names of people") ? null : byCells;
    }

    private static String key(ProfiledColumn column) {
        int minutes = CanonicalColumns.diaryMinutes(column.name());
        return minutes < 0 ? column.name() : "diary " + minutes;
    }

    /** Takes the column whose header says most; several that say as much are a question. */
    private void choose(List<ProfiledColumn> candidates) {
        for (Way way : Way.values()) {
            List<ProfiledColumn> best =
                    candidates.stream().filter(column -> column.is(way)).toList();
            if (!best.isEmpty()) {
                if (best.size() == 1) {
                    judge.judge(best.get(0), isPromoted(best.get(0)));
                } else {
                    askWhich(best);
                }
                return;
            }
        }
    }

    /** A doubtful name is taken where the cells leave little doubt and the column is needed. */
    private boolean isPromoted(ProfiledColumn column) {
        ColumnProfile profile = column.profile();
        if (!column.is(Way.DOUBTFUL) || profile.recorded() == 0) {
            return false;
        }
        return switch (column.name()) {
            case CanonicalColumns.SESSION_DATE ->
                columns.stream()
                                .filter(other -> other.isOpen() && OtherColumns.isDates(other.profile()))
                                .count()
                        == 1;
            case CanonicalColumns.PATIENT_ID ->
                !profile.isDistinctCapped()
                        && profile.blank() == 0
                        && profile.distinct() > 1
                        && 10 * profile.distinct() <= 9 * profile.recorded();
            default -> false;
        };
    }

    private void askWhich(List<ProfiledColumn> candidates) {
        String name = candidates.get(0).name();
        ValueKind kind = Objects.requireNonNull(CanonicalColumns.kind(name));
        List<String> answers = new ArrayList<>();
        StringBuilder text = new StringBuilder("which column is " + name + "?");
        for (ProfiledColumn column : candidates) {
            column.means(MappingProposal.OPEN, Confidence.GUESS, column.byName());
            ColumnLine line = ColumnLine.of(column, kind);
            List<DateForms.Form> forms = column.profile().dates().best();
            if (kind == ValueKind.DATE && !forms.isEmpty() && !forms.get(0).isIso()) {
                line.format(forms.get(0).pattern());
            }
            answers.add(line.text());
            text.append(" '")
                    .append(column.label())
                    .append("': ")
                    .append(column.summary())
                    .append('.');
        }
        List<String> labels = candidates.stream().map(ProfiledColumn::label).toList();
        int question = draft.question(Section.COLUMNS, labels, text.toString(), false, answers);
        candidates.forEach(column -> column.ask(question));
    }
}
