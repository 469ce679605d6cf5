package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of text, at most 100 columns wide. Whatever is put on it is made harmless first; no text leaves by another
 * way.
 */
final class Page {

    static final int WIDTH = 100;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LABEL = 90;
    private static final String INDENT = "  ";

    private static final Pattern UNIT = Pattern.compile("(%|h)[.,;:)]*");

    private final Glyphs glyphs;
    private final Sanitizer sanitizer;
    private final StringBuilder text = new StringBuilder();

    Page(boolean unicode) {
        glyphs = unicode ? Glyphs.UNICODE : Glyphs.ASCII;
        sanitizer = new Sanitizer(unicode);
    }

    Glyphs glyphs() {
        return glyphs;
    }

    /** The title or the heading of a section, underlined. */
    void heading(String heading) {
        String line = DisplayWidth.shorten(sanitizer.clean(heading), WIDTH, glyphs.ellipsis());
        space();
        put(line);
        put(glyphs.rule().repeat(DisplayWidth.of(line)));
    }

    /** A paragraph of its own. */
    void paragraph(String paragraph) {
        space();
        wrap("", paragraph);
    }

    /** A paragraph right below what was put last. */
    void continued(String paragraph) {
        wrap("", paragraph);
    }

    /** An item of a list. */
    void item(String item) {
        wrap(glyphs.bullet() + " ", item);
    }

    /** A name from outside, harmless and shortened, to be put into a sentence or cell. */
    String name(String name) {
        return DisplayWidth.shorten(sanitizer.clean(name), LONGEST_NAME, glyphs.ellipsis());
    }

    /** The label of a row, which can hold words of ours besides a name from outside, likewise. */
    String label(String label) {
        return DisplayWidth.shorten(sanitizer.clean(label), LONGEST_LABEL, glyphs.ellipsis());
    }

    /** An empty line, unless there is one already. */
    void space() {
        if (text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
            text.append('\n');
        }
    }

    /** A table with a caption. */
    void table(String caption, TextTable table) {
        paragraph(caption);
        table(table);
    }

    /** A table by itself. */
    void table(TextTable table) {
        space();
        drawing(table.lines(WIDTH - INDENT.length(), sanitizer, glyphs));
        space();
    }

    /** Lines that are drawn already. */
    void drawing(List<String> lines) {
        for (String line : lines) {
            String whole = (INDENT + sanitizer.clean(line)).stripTrailing();
            if (DisplayWidth.of(whole) <= WIDTH) {
                put(whole);
            } else {
                wrap(INDENT, line);
            }
        }
    }

    /** Everything put on the page. */
    String text() {
        return text.toString();
    }

    private void put(String line) {
        text.append(line).append('\n');
    }

    private void wrap(String first, String paragraph) {
        String indent = " ".repeat(first.length());
        String line = first;
        boolean empty = true;
        for (String word : words(paragraph)) {
            String rest = sanitizer.clean(word);
            if (!empty && DisplayWidth.of(line) + 1 + DisplayWidth.of(rest) > WIDTH) {
                put(line);
                line = indent;
                empty = true;
            }
            while (DisplayWidth.of(line) + DisplayWidth.of(rest) > WIDTH) {
                int cut = DisplayWidth.fitting(rest, WIDTH - DisplayWidth.of(line));
                put(line + rest.substring(0, cut));
                rest = rest.substring(cut);
                line = indent;
            }
            line += empty ? rest : " " + rest;
            empty = false;
        }
        put(line.stripTrailing());
    }

    /** Words, each with the unit that belongs to it. */
    private static List<String> words(String paragraph) {
        List<String> words = new ArrayList<>();
        for (String word : paragraph.strip().split(" +", -1)) {
            if (!words.isEmpty() && UNIT.matcher(word).matches()) {
                words.set(words.size() - 1, words.get(words.size() - 1) + " " + word);
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
