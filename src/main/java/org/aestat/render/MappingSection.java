package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aestat.result.MappingResult;
import org.aestat.result.MappingResult.Column;
import org.aestat.result.MappingResult.Form;
import org.aestat.result.MappingResult.Question;
import org.aestat.result.MappingResult.Shape;

/** The page about a proposed mapping: what the columns mean, what their cells look like, what is open, what is next. */
final class MappingSection {

    private static final int LONGEST = 26;
    private static final int WIDEST_VALUES = 36;

    private final Page page;

    MappingSection(Page page) {
        this.page = page;
    }

    void write(MappingResult result) {
        page.heading("What the columns of " + page.name(result.file()) + " mean");
        page.paragraph(Quantity.of(result.rows(), "row") + ", "
                + Quantity.of(result.columns().size(), "column") + "." + form(result.form()));
        if (result.irregularRows() > 0) {
            page.continued("Warning: " + Quantity.of(result.irregularRows(), "row")
                    + " with a field too few or too many; a report rejects such rows.");
        }
        page.table(meanings(result.columns()));
        page.table(
                "Their cells: shapes, with 9 for a digit and a for a letter, and words that aestat knows.",
                cells(result.columns()));
        if (!result.questions().isEmpty()) {
            page.heading("Open questions");
            for (Question question : result.questions()) {
                page.paragraph(question.number() + ". " + capital(question.text())
                        + (question.blocking() ? " (Needed for a report.)" : ""));
            }
        }
        page.heading("Next");
        next(result);
    }

    private static String form(Form form) {
        List<String> said = new ArrayList<>();
        if (form.encoding() != null) {
            said.add("encoding " + form.encoding());
        }
        if (form.delimiter() != null) {
            said.add("fields end with '" + form.delimiter() + "'");
        }
        if (form.decimalComma()) {
            said.add("decimals have a comma");
        }
        return said.isEmpty() ? "" : " The mapping says how they are written: " + String.join(", ", said) + ".";
    }

    private TextTable meanings(List<Column> columns) {
        TextTable table = new TextTable()
                .text("Column")
                .text("Meaning")
                .text("Confidence")
                .yieldingText("Why");
        for (Column column : columns) {
            String confidence = column.confidence();
            table.row(
                    shortened(column.header()),
                    column.meaning() + numbers(column.questions()),
                    confidence == null ? "" : confidence,
                    column.why());
        }
        return table;
    }

    private String shortened(String header) {
        return DisplayWidth.shorten(page.name(header), LONGEST, page.glyphs().ellipsis());
    }

    private static String numbers(List<Integer> questions) {
        return questions.isEmpty()
                ? ""
                : questions.stream().map(String::valueOf).collect(Collectors.joining(", ", " (question ", ")"));
    }

    private TextTable cells(List<Column> columns) {
        TextTable table = new TextTable()
                .text("Column")
                .number("Recorded")
                .number("Blank")
                .number("Different")
                .yieldingText("Values");
        for (Column column : columns) {
            table.row(
                    shortened(column.header()),
                    Quantity.count(column.recorded()),
                    Quantity.count(column.blank()),
                    Quantity.count(column.distinct()) + (column.distinctCapped() ? "+" : ""),
                    values(column));
        }
        return table;
    }

    /** As many shapes as fit, so that none is cut. */
    private static String values(Column column) {
        String shown = "";
        for (Shape value : column.values()) {
            String next =
                    (shown.isEmpty() ? "" : shown + ", ") + value.shape() + " (" + Quantity.count(value.count()) + ")";
            if (next.length() > WIDEST_VALUES && !shown.isEmpty()) {
                return shown + ", ...";
            }
            shown = next;
        }
        return shown;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void next(MappingResult result) {
        String mapping = page.name(result.mappingFile());
        List<String> blocking = result.questions().stream()
                .filter(Question::blocking)
                .map(question -> String.valueOf(question.number()))
                .toList();
        if (!result.ready()) {
            page.paragraph("Written: " + mapping + ". Answer in it "
                    + (blocking.isEmpty() ? "the questions about the needed columns" : numbered(blocking))
                    + ", then run:");
        } else if (result.questions().isEmpty()) {
            page.paragraph("Written: " + mapping + ". Check it, then run:");
        } else {
            page.paragraph(
                    "Written: " + mapping + ". Check it and answer what you can; columns about which a question is"
                            + " open are not used until then. Then run:");
        }
        page.drawing(List.of(result.next()));
    }

    private static String numbered(List<String> questions) {
        return (questions.size() == 1 ? "question " : "questions ") + String.join(", ", questions);
    }
}
