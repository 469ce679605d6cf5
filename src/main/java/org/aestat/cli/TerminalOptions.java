package org.aestat.cli;

import picocli.CommandLine.Model.CommandSpec;

/** The options that say what a terminal gets. */
final class TerminalOptions {

    private final Choice<Boolean> ascii = Choice.flag("--ascii", "Text for terminals without Unicode.");

    /** Checked, and nothing more: there is nothing to colour. */
    private final Choice<String> color = Choice.of(
            "--color",
            "WHEN",
            String.class,
            new OptionValues.OfColor(),
            "auto, always or never: reports are readable without colour and have none in any case.");

    private final Choice<Boolean> quiet = Choice.flag("--quiet", "Nothing on standard error but errors.");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, ascii, quiet, color);
    }

    boolean isAscii() {
        return ascii.value();
    }

    boolean isQuiet() {
        return quiet.value();
    }
}
