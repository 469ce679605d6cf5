package org.aestat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code aestat schema} prints the schemas as they stand in the jar. */
class SchemaCommandTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    @ParameterizedTest
    @CsvSource({"schema, result", "schema result, result", "schema policy, policy", "schema publication, publication"})
    void printsTheSchemaByteForByte(String line, String name) throws IOException {
        CommandLineRun run = workspace.run(line.split(" "));

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        try (InputStream resource = SchemaCommand.class.getResourceAsStream(name + ".schema.json")) {
            assertThat(run.out().getBytes(UTF_8)).isEqualTo(resource.readAllBytes());
        }
        assertThat(run.out())
                .contains("\"$id\": \"urn:aestat:schema:" + name + ":1\"")
                .endsWith("}\n");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertThat(workspace.run("schema", "polcy")).isEqualTo(new CommandLineRun(2, "", """
                There is no schema 'polcy', only result, policy and publication. Did you mean 'policy'?
                Try 'aestat schema --help'.
                """));
    }

    @Test
    void twoNamesAreRefused() {
        assertThat(workspace.run("schema", "result", "policy")).isEqualTo(new CommandLineRun(2, "", """
                Name one schema: result, policy or publication.
                Try 'aestat schema --help'.
                """));
    }

    @Test
    void helpHasExamples() {
        assertThat(workspace.run("schema", "--help").out()).endsWith("""

                Examples:
                  aestat schema > aestat-result.schema.json
                  aestat schema policy > aestat-policy.schema.json
                """);
    }
}
