package org.aestat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aestat.csv.DataDictionary;
import org.aestat.csv.Preset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which program wrote an export. */
final class PresetOptions {

    private final Choice<Preset> preset = Choice.of(
            "--preset",
            "PROGRAM",
            Preset.class,
            new OptionValues.OfPreset(),
            "The export is one of redcap, qualtrics, google-forms or cdisc (EX, with --subjects DM and --events AE;"
                    + " default: a row is a session).");

    private final Choice<String> dictionary =
            Choice.text("--dictionary", "FILE", "With --preset redcap: the data dictionary of the project, in CSV.");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, preset, dictionary);
    }

    /** The program, or null. */
    @Nullable
    Preset preset() {
        return preset.given();
    }

    /** The data dictionary, or null. */
    @Nullable
    DataDictionary dictionary(Path directory) {
        String file = dictionary.given();
        if (file == null) {
            return null;
        }
        if (preset.given() != Preset.REDCAP) {
            throw new UsageException("--dictionary belongs to --preset redcap.");
        }
        try {
            return DataDictionary.parse(file, Files.readString(directory.resolve(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("--dictionary: '" + file + "' cannot be read as UTF-8.");
        }
    }

    /** The options as they stand on a command line, each with a space before it. */
    String asWords() {
        Preset program = preset.given();
        String file = dictionary.given();
        return (program == null ? "" : " --preset " + program.label())
                + (file == null ? "" : " --dictionary " + InitCommand.word(file));
    }
}
