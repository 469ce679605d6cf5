package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.ProofResult;

/** Shows in one format what a gate did with made-up sessions. */
@FunctionalInterface
public interface ProofRenderer {

    /**
     * Writes a proof; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(ProofResult result, Writer out) throws IOException;

    /**
     * For people.
     *
     * @param unicode whether the terminal shows Unicode; otherwise the page is ASCII
     */
    static ProofRenderer text(boolean unicode) {
        return (result, out) -> {
            Page page = new Page(unicode);
            new ProofSection(page).write(result);
            out.write(page.text());
        };
    }

    /** For programs. */
    static ProofRenderer json() {
        return (result, out) -> new JsonDocument().write(out, json -> {
            new RunJson(json).head(result.version(), "check");
            new ProofJson(json).write(result);
        });
    }
}
