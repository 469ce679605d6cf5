package org.aestat.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command that is described in code, for the reason that {@link Choice} gives. */
interface Described {

    /** Describes the command, its files and its options. */
    void describe(CommandSpec command);

    /**
     * What the help says of a command.
     *
     * @param name the command's name
     * @param description what it is for
     * @param examples command lines
     */
    static void text(CommandSpec command, String name, String description, String... examples) {
        command.name(name).versionProvider(new Version());
        String[] footer = new String[examples.length + 2];
        footer[0] = "";
        footer[1] = "Examples:";
        for (int i = 0; i < examples.length; i++) {
            footer[i + 2] = "  " + examples[i];
        }
        command.usageMessage().description(description).footer(footer).sortOptions(false);
    }

    /** What the exit codes mean, each as a number, a colon and a text. */
    static void exitCodes(CommandSpec command, String heading, String... codes) {
        command.usageMessage().exitCodeListHeading(heading + ":%n").exitCodeList(UsageMessageSpec.keyValuesMap(codes));
    }

    /** The options that every command has, after its own. */
    static void help(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Show this help message and exit.")
                .build());
        command.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description("Print version information and exit.")
                .build());
    }
}
