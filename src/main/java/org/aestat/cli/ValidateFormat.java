package org.aestat.cli;

import org.aestat.render.ValidationRenderer;

/** The forms in which the problems of exports are written. */
enum ValidateFormat {
    /** A report for people. */
    TEXT("text"),
    /** For programs. */
    JSON("json"),
    /** For tickets and wikis. */
    MARKDOWN("markdown");

    private final String label;

    ValidateFormat(String label) {
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
    ValidationRenderer renderer(boolean ascii) {
        return switch (this) {
            case TEXT -> ValidationRenderer.text(!ascii);
            case JSON -> ValidationRenderer.json();
            case MARKDOWN -> ValidationRenderer.markdown();
        };
    }
}
