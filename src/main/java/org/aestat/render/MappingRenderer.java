package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.MappingResult;

/** Shows a proposed mapping in one format. */
@FunctionalInterface
public interface MappingRenderer {

    /**
     * Writes a proposed mapping; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(MappingResult result, Writer out) throws IOException;

    /**
     * For people.
     *
     * @param unicode whether the terminal shows Unicode; otherwise the page is ASCII
     */
    static MappingRenderer text(boolean unicode) {
        return (result, out) -> {
            Page page = new Page(unicode);
            new MappingSection(page).write(result);
            out.write(page.text());
        };
    }

    /** For programs. */
    static MappingRenderer json() {
        return (result, out) -> new JsonDocument().write(out, json -> {
            new RunJson(json).head(result.version(), "init");
            new MappingJson(json).write(result);
        });
    }
}
