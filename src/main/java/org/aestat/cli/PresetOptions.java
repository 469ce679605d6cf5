package org.aestat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aestat.csv.DataDictionary;
import org.aestat.csv.Preset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which program wrote an export. */
final class PresetOptions {

    @Option(
            names = "--preset",
            paramLabel = "PROGRAM",
            converter = OptionValues.OfPreset.class,
            description =
                    "The export is one of redcap, qualtrics, google-forms or cdisc (EX, with --subjects DM and --events AE;"
                            + " default: a row is a session).")
    private @Nullable Preset preset;

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description = "With --preset redcap: the data dictionary of the project, in CSV.")
    private @Nullable String dictionary;

    /** The program, or null. */
    @Nullable
    Preset preset() {
        return preset;
    }

    /** The data dictionary, or null. */
    @Nullable
    DataDictionary dictionary(Path directory) {
        if (dictionary == null) {
            return null;
        }
        if (preset != Preset.REDCAP) {
            throw new UsageException("--dictionary belongs to --preset redcap.");
        }
        try {
            return DataDictionary.parse(
                    dictionary, Files.readString(directory.resolve(dictionary), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("--dictionary: '" + dictionary + "' cannot be read as UTF-8.");
        }
    }

    /** The options as they stand on a command line, each with a space before it. */
    String asWords() {
        return (preset == null ? "" : " --preset " + preset.label())
                + (dictionary == null ? "" : " --dictionary " + InitCommand.word(dictionary));
    }
}
