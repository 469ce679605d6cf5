package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.CheckResult;

/** Shows what a safety gate decided in one format. The same result gives the same characters on every machine. */
@FunctionalInterface
public interface CheckRenderer {

    /**
     * Writes a result; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(CheckResult result, Writer out) throws IOException;
}
