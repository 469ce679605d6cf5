package org.aestat.render;

import java.util.List;
import java.util.stream.Collectors;

/** Text from outside as Markdown that shows it and nothing else. */
final class Markdown {

    private static final String SPECIAL = "\\`*_[]#!|~$:";
    private static final Sanitizer SANITIZER = new Sanitizer(true);

    private Markdown() {}

    /** A row of a table. */
    static String row(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The text as itself in a cell or a line of Markdown. */
    static String text(String text) {
        StringBuilder cell = new StringBuilder();
        SANITIZER.clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> cell.append("&amp;");
                case '<' -> cell.append("&lt;");
                case '>' -> cell.append("&gt;");
                default -> (SPECIAL.indexOf(c) < 0 ? cell : cell.append('\\')).appendCodePoint(c);
            }
        });
        return cell.toString().replace("www.", "www\\.");
    }
}
