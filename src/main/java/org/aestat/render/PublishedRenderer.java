package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.publish.PublishedReport;

/** Shows what may be published of a result in one format; it gets nothing else. */
@FunctionalInterface
public interface PublishedRenderer {

    /**
     * Writes a result; neither closes nor flushes the writer.
     *
     * @throws IOException if the writer does
     */
    void render(PublishedReport report, Writer out) throws IOException;
}
