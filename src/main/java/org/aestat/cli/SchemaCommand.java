package org.aestat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aestat.csv.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of results, policies or published results. */
@Command(
        name = "schema",
        description = "The JSON Schema (2020-12) of results in JSON, of the policies of 'aestat check', or of"
                + " what --publish writes.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:a defect in aestat", "2:a wrong option or name"},
        footer = {
            "",
            "Examples:",
            "  aestat schema > aestat-result.schema.json",
            "  aestat schema policy > aestat-policy.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {

    private static final String RESULT = "result";
    private static final List<String> NAMES = List.of(RESULT, "policy", "publication");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "result (the default), policy or publication.")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (names.size() > 1) {
            throw new ParameterException(spec.commandLine(), "Name one schema: result, policy or publication.");
        }
        String name = names.isEmpty() ? RESULT : names.get(0);
        if (!NAMES.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no schema '" + name + "', only result, policy and publication."
                            + NearestName.suggestion(name, NAMES));
        }
        spec.commandLine().getOut().print(text(name));
        return ExitCode.OK;
    }

    private static String text(String name) throws IOException {
        try (InputStream resource =
                Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(name + ".schema.json"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
