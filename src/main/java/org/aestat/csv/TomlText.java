package org.aestat.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts from outside into TOML so that none of them can end a line, a comment or a string. */
final class TomlText {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int WIDTH = 100;

    private TomlText() {}

    /** A string in quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isInvisible(c)) {
                String hex = Integer.toHexString(c);
                quoted.append(c > 0xFFFF ? "\\U" : "\\u")
                        .append("0".repeat((c > 0xFFFF ? 8 : 4) - hex.length()))
                        .append(hex);
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** A list of strings. */
    static String list(List<String> texts) {
        return texts.stream().map(TomlText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A key, in quotes where it needs them. */
    static String key(String key) {
        return BARE.matcher(key).matches() ? key : quoted(key);
    }

    /** A text as comment lines of about 100 characters. */
    static String comment(String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder("#");
        for (String word : harmless(text).split(" +", -1)) {
            if (line.length() > 1 && line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line.setLength(1);
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }

    /** A text in one line, with a mark for what cannot be seen. */
    static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        text.codePoints().forEach(c -> harmless.appendCodePoint(isInvisible(c) ? '?' : c));
        return harmless.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
