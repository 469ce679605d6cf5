package org.aestat.cli;

import picocli.CommandLine.Option;

/** The options that say what a terminal gets. */
final class TerminalOptions {

    @Option(names = "--ascii", description = "Text for terminals without Unicode.")
    private boolean ascii;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = OptionValues.OfColor.class,
            description = "auto, always or never: reports are readable without colour and have none in any case.")
    void color(String when) {
        // the converter has checked the word, and there is nothing to colour
    }

    @Option(names = "--quiet", description = "Nothing on standard error but errors.")
    private boolean quiet;

    boolean isAscii() {
        return ascii;
    }

    boolean isQuiet() {
        return quiet;
    }
}
