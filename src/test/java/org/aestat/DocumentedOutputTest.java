package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aestat.cli.AestatCommand;
import org.aestat.cli.Environment;
import org.junit.jupiter.api.Test;

/** What README and documents show as output is the output. */
class DocumentedOutputTest {

    private static final Path PROJECT = Path.of("");

    private static String output(String... arguments) {
        return output(0, arguments);
    }

    private static String output(int exit, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = AestatCommand.run(
                arguments,
                new Environment(
                        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), Map.of(), PROJECT));
        assertThat(code).as(err.toString()).isEqualTo(exit);
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    private static String firstBlock(String document) throws IOException {
        return block(document, "");
    }

    /** The first block of output after a heading. */
    private static String block(String document, String heading) throws IOException {
        String text = Files.readString(PROJECT.resolve(document), StandardCharsets.UTF_8);
        int start = text.indexOf("```text\n", text.indexOf(heading)) + "```text\n".length();
        return text.substring(start, text.indexOf("\n```\n", start) + 1);
    }

    @Test
    void theLicoriceExampleIsWhole() throws IOException {
        assertThat(firstBlock("docs/licorice.md"))
                .isEqualTo(output(
                        "report",
                        "samples/licorice_gargle.csv",
                        "--mapping",
                        "samples/licorice.toml",
                        "--by",
                        "treat"));
    }

    /** The README's screen is cut where it says so; every part of it stands in the output, in that order. */
    @Test
    void theScreenOfTheReadmeIsCutFromTheOutput() throws IOException {
        String output = output("report", "samples/clinic.csv");
        List<String> parts = List.of(firstBlock("README.md").split("\\[\\.\\.\\.\\]\n"));

        assertThat(parts).hasSizeGreaterThan(4);
        assertThat(output).containsSubsequence(parts);
    }

    @Test
    void theGateOfTheReadmeIsTheBeginningOfTheOutput() throws IOException {
        assertThat(output(5, "check", "samples/clinic.csv", "--policy", "samples/policy.toml"))
                .startsWith(block("README.md", "\n## Safety gate\n"));
    }
}
