package org.aestat.cli;

import org.aestat.publish.Publisher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whether a result is to be published, and what is withheld then. */
final class PublishOptions {

    private static final int USUAL = 10;

    @Option(
            names = "--publish",
            description = "Withholds small counts, and what they could be worked out from, so that the result can be"
                    + " published.")
    private boolean publish;

    @Option(
            names = "--min-cell",
            paramLabel = "N",
            converter = OptionValues.OfMinCell.class,
            description = "With --publish: counts from 1 to N are small (default: 10).")
    private @Nullable Integer minCell;

    /** What makes a result fit to be published, or null where that was not asked for. */
    @Nullable
    Publisher publisher() {
        if (!publish && minCell != null) {
            throw new UsageException("--min-cell is for --publish: give both or none.");
        }
        return publish ? new Publisher(minCell == null ? USUAL : minCell) : null;
    }
}
