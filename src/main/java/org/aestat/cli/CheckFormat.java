package org.aestat.cli;

import org.aestat.render.CheckJsonRenderer;
import org.aestat.render.CheckRenderer;
import org.aestat.render.CheckTextRenderer;
import org.aestat.render.GithubAnnotationsRenderer;
import org.aestat.render.GithubSummaryRenderer;
import org.aestat.render.JunitRenderer;
import org.aestat.render.SarifRenderer;
import org.aestat.render.TapRenderer;

/** The forms in which the decision of a gate is written. */
enum CheckFormat {
    /** A report for people. */
    TEXT("text"),
    /** Exact figures for programs. */
    JSON("json"),
    /** A test report for CI servers. */
    JUNIT("junit"),
    /** Findings for code scanning. */
    SARIF("sarif"),
    /** Annotations of GitHub Actions. */
    GITHUB("github"),
    /** A job summary of GitHub Actions. */
    MARKDOWN("markdown"),
    /** Test Anything Protocol. */
    TAP("tap");

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
            case JUNIT -> new JunitRenderer();
            case SARIF -> new SarifRenderer();
            case GITHUB -> new GithubAnnotationsRenderer();
            case MARKDOWN -> new GithubSummaryRenderer();
            case TAP -> new TapRenderer();
        };
    }
}
