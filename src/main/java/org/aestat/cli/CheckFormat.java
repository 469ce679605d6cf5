package org.aestat.cli;

import org.aestat.render.CheckJsonRenderer;
import org.aestat.render.CheckRenderer;
import org.aestat.render.CheckTextRenderer;

/** The forms in which the decision of a gate is written. */
enum CheckFormat {
    /** A report for people. */
    TEXT("text"),
    /** Exact figures for programs. */
    JSON("json");

    private final String label;

    CheckFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * What writes the form.
     *
     * @param ascii whether text keeps to ASCII
     */
    CheckRenderer renderer(boolean ascii) {
        return switch (this) {
            case TEXT -> new CheckTextRenderer(!ascii);
            case JSON -> new CheckJsonRenderer();
        };
    }
}
