package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.ValidationResult;

/** Shows what is wrong with exports in one format. The same result gives the same characters on every machine. */
@FunctionalInterface
public interface ValidationRenderer {

    /**
     * Writes a result; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(ValidationResult result, Writer out) throws IOException;

    /**
     * For people.
     *
     * @param unicode whether the terminal shows Unicode; otherwise the page is ASCII
     */
    static ValidationRenderer text(boolean unicode) {
        return (result, out) -> {
            Page page = new Page(unicode);
            new ValidationSection(page).write(result);
            out.write(page.text());
        };
    }

    /** For programs. */
    static ValidationRenderer json() {
        return (result, out) -> new JsonDocument().write(out, json -> new ValidationJson(json).write(result));
    }

    /** For tickets and wikis. */
    static ValidationRenderer markdown() {
        return (result, out) -> new ValidationMarkdown(out).write(result);
    }
}
