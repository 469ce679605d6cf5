package org.aestat.cli;

import org.aestat.render.JsonRenderer;
import org.aestat.render.PublishedJsonRenderer;
import org.aestat.render.PublishedRenderer;
import org.aestat.render.PublishedTextRenderer;
import org.aestat.render.Renderer;
import org.aestat.render.TextRenderer;

/** The forms in which results are written. */
enum Format {
    /** A report for people. */
    TEXT("text"),
    /** Exact figures for programs. */
    JSON("json");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What writes the form of a result that is to be published. */
    PublishedRenderer publishedRenderer(boolean ascii) {
        return this == TEXT ? new PublishedTextRenderer(!ascii) : new PublishedJsonRenderer();
    }

    /**
     * What writes the form.
     *
     * @param ascii whether text keeps to ASCII; JSON has no drawing characters anyway
     */
    Renderer renderer(boolean ascii) {
        return this == TEXT ? new TextRenderer(!ascii) : new JsonRenderer();
    }
}
