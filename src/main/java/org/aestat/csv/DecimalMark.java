package org.aestat.csv;

import java.util.List;
import org.aestat.csv.MappingDraft.Section;

/** Whether the decimals of an export are written with a comma, as its columns of numbers show. */
final class DecimalMark {

    private final List<ProfiledColumn> numbers;

    DecimalMark(List<ProfiledColumn> columns) {
        numbers = columns.stream().filter(DecimalMark::isDecimal).toList();
    }

    private static boolean isDecimal(ProfiledColumn column) {
        ValueKind kind = CanonicalColumns.kind(column.name());
        return kind != null && kind.isDecimal();
    }

    /** Decides, or asks and answers with no. */
    boolean settle(MappingDraft draft) {
        long commas =
                numbers.stream().mapToLong(column -> column.profile().commas()).sum();
        long points =
                numbers.stream().mapToLong(column -> column.profile().points()).sum();
        long thousands = numbers.stream()
                .mapToLong(column -> column.profile().thousands())
                .sum();
        if (commas == 0) {
            return false;
        }
        if (points == 0 && thousands < commas) {
            return true;
        }
        List<String> labels = numbers.stream()
                .filter(column -> column.profile().commas() > 0)
                .map(ProfiledColumn::label)
                .toList();
        String text = points > 0
                ? "which decimal mark does the export have? Of its numbers " + commas + " have a comma and " + points
                        + " a point; the others will be rejected."
                : "is the comma a decimal mark? All " + commas + " numbers with a comma have three digits after it, as"
                        + " with thousands.";
        int question = draft.question(Section.FILE, labels, text, false, List.of("decimal_comma = true"));
        numbers.stream().filter(column -> column.profile().commas() > 0).forEach(column -> column.ask(question));
        return false;
    }
}
