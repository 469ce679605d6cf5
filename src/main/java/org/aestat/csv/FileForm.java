package org.aestat.csv;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an export is written, as the section {@code [file]} of a mapping says it. What the command line says wins.
 *
 * @param encoding the character encoding, or null if nothing is said
 * @param delimiter the character between fields, or null if nothing is said
 * @param decimalComma whether decimals are written {@code 2,5}
 */
public record FileForm(@Nullable Charset encoding, @Nullable Character delimiter, boolean decimalComma) {

    /** Nothing is said. */
    public static final FileForm UNSAID = new FileForm(null, null, false);

    static final String TAB = "tab";

    static FileForm parse(TomlSection section) {
        section.allowOnly(List.of("encoding", "delimiter", "decimal_comma"));
        return new FileForm(
                section.has("encoding") ? encoding(section) : null,
                section.has("delimiter") ? delimiter(section) : null,
                section.has("decimal_comma") && section.flag("decimal_comma"));
    }

    private static Charset encoding(TomlSection section) {
        String name = section.text("encoding");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw section.at("encoding", "'" + name + "' is not a known encoding; expected one such as windows-1252.");
        }
    }

    private static char delimiter(TomlSection section) {
        String text = section.text("delimiter");
        boolean tab = text.equals(TAB);
        char delimiter = tab ? '\t' : text.charAt(0);
        if ((text.length() > 1 && !tab) || ReadOptions.isImpossible(delimiter)) {
            throw section.at(
                    "delimiter",
                    "expected a single character such as \";\", or \"tab\"; no quote, line break, letter or digit.");
        }
        return delimiter;
    }

    /** How the delimiter is written in a mapping, or null if nothing is said. */
    public @Nullable String delimiterName() {
        if (delimiter == null) {
            return null;
        }
        return delimiter == '\t' ? TAB : delimiter.toString();
    }
}
