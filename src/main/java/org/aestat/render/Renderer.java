package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.AuditResult;

/** Shows the result of a run in one format. The same result gives the same characters on every machine. */
@FunctionalInterface
public interface Renderer {

    /**
     * Writes a result; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(AuditResult result, Writer out) throws IOException;
}
