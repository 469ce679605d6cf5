package org.aestat.cli;

import org.aestat.publish.Publisher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say whether a result is to be published, and what is withheld then. */
final class PublishOptions {

    private static final int USUAL = 10;

    private final Choice<Boolean> publish = Choice.flag(
            "--publish",
            "Withholds small counts, and what they could be worked out from, so that the result can be"
                    + " published.");

    private final Choice<Integer> minCell = Choice.of(
            "--min-cell",
            "N",
            Integer.class,
            new OptionValues.OfMinCell(),
            "With --publish: counts from 1 to N are small (default: 10).");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, publish, minCell);
    }

    /** What makes a result fit to be published, or null where that was not asked for. */
    @Nullable
    Publisher publisher() {
        Integer most = minCell.given();
        if (!publish.value() && most != null) {
            throw new UsageException("--min-cell is for --publish: give both or none.");
        }
        return publish.value() ? new Publisher(most == null ? USUAL : most) : null;
    }
}
