package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.PlanResult;

/** Shows a plan in one format. */
@FunctionalInterface
public interface PlanRenderer {

    /**
     * Writes a plan; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(PlanResult result, Writer out) throws IOException;

    /**
     * For people.
     *
     * @param unicode whether the terminal shows Unicode; otherwise the page is ASCII
     */
    static PlanRenderer text(boolean unicode) {
        return (result, out) -> {
            Page page = new Page(unicode);
            new PlanSection(page, result.question()).write(result);
            out.write(page.text());
        };
    }

    /** For programs. */
    static PlanRenderer json() {
        return (result, out) -> new JsonDocument().write(out, json -> {
            new RunJson(json).head(result.version(), "plan");
            new PlanJson(json, result.question()).write(result);
        });
    }
}
