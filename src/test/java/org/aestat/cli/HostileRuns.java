package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Every command that reads exports, in every form it has, and what none of them may ever leave behind. */
final class HostileRuns {

    /** What stands in ids and notes, and so in no output. */
    static final String SECRET = "QXSECRET";

    /** The words of each run; FILE is the export. Another set of options is another line. */
    static final List<String> COMMANDS = List.of(
            "report FILE --max-rejected 100% --output text=a.txt --output json=a.json",
            "report FILE --max-rejected 100% --by condition --format json",
            "report FILE --max-rejected 100% --by site,therapist --ascii",
            "report FILE",
            "rates FILE --max-rejected 100% --by condition --output text=a.txt --output json=a.json",
            "soreness FILE --max-rejected 100% --by technique --replicates 100 --output text=a.txt --output json=a.json",
            "relief FILE --max-rejected 100% --by condition --output text=a.txt --output json=a.json",
            "check FILE --max-rejected 100% --policy policy.toml --output text=a.txt --output json=a.json"
                    + " --output junit=a.xml --output sarif=a.sarif --output github=a.gh --output markdown=a.md"
                    + " --output tap=a.tap",
            "check FILE --max-rejected 100% --policy policy.toml --ascii",
            "validate FILE --all --rejects rejects.csv --output text=a.txt --output json=a.json --output markdown=a.md",
            "init FILE --force --output proposed.toml",
            "init FILE --force --output proposed.toml --skip 1 --date-format dd.MM.yyyy",
            "init FILE --force --output proposed.toml --dialect postgresql",
            "init FILE --force --output proposed.toml --format json");

    private static final Set<Integer> EXITS = Set.of(0, 2, 3);
    private static final Set<Integer> EXITS_OF_CHECK = Set.of(0, 2, 3, 4, 5);
    private static final Pattern TRACE = Pattern.compile("defect in aestat|Exception|Error\\b|\\bat [a-z.]+\\(");
    private static final Pattern TAG = Pattern.compile("<(?!br>)[a-zA-Z/!]");
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Path folder;
    private final Workspace workspace;
    private final List<String> given;

    /** Runs in a folder, whose files are all inputs. */
    HostileRuns(Path folder, Workspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
        this.given = workspace.names();
    }

    /** Runs every command on an export, each of which has to end well. */
    void all(String export, String... more) {
        for (String command : COMMANDS) {
            run(command, export, more);
        }
    }

    /** Runs one command. */
    CommandLineRun run(String command, String export, String... more) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.equals("FILE") ? export : word);
        }
        if (!command.startsWith("init")) {
            words.addAll(List.of(more));
        }
        CommandLineRun run = workspace.run(words.toArray(String[]::new));
        assertSafe(command, run);
        return run;
    }

    private void assertSafe(String command, CommandLineRun run) {
        assertThat(run.exit())
                .as("%s: %s", command, run.err())
                .isIn(command.startsWith("check") ? EXITS_OF_CHECK : EXITS);
        boolean ended = !run.out().isEmpty();
        assertThat(ended || !run.err().isEmpty()).as(command).isTrue();
        if (command.contains("--ascii")) {
            assertThat(run.out().chars()).as(command).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        }
        assertShown(command, run.out());
        assertShown(command, run.err());
        assertThat(run.err()).as(command).doesNotContainPattern(TRACE);
        for (String name : workspace.names()) {
            if (!given.contains(name)) {
                assertThat(ended).as("%s left %s behind", command, name).isTrue();
                assertFile(command, name);
            }
        }
    }

    private void assertFile(String command, String name) {
        assertThat(name).as(command).doesNotEndWith(".tmp");
        Path file = folder.resolve(name);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            switch (name.substring(name.lastIndexOf('.'))) {
                case ".csv" -> assertNoFormulas(text);
                case ".xml" -> assertXml(text);
                case ".md" -> assertThat(text).doesNotContainPattern(TAG);
                default -> assertThat(text).as(name).isNotEmpty();
            }
            if (name.endsWith(".csv")) {
                assertVisible(name, text.replace("\t", "").replace("\r", ""));
            } else {
                assertShown(command + ": " + name, text);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertShown(String what, String text) {
        assertVisible(what, text);
        assertThat(text).as(what).doesNotContain(SECRET);
    }

    /** No character that steers a terminal, reorders a line or is no character. */
    private static void assertVisible(String what, String text) {
        List<String> unseen = text.codePoints()
                .filter(c -> c != '\n' && isInvisible(c))
                .mapToObj(Integer::toHexString)
                .distinct()
                .toList();
        assertThat(unseen).as(what).isEmpty();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }

    private static void assertNoFormulas(String text) throws IOException {
        try (CSVParser rows = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            for (CSVRecord row : rows) {
                assertThat(row.stream()).noneMatch(cell -> !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0);
            }
        }
    }

    private static void assertXml(String text) {
        try {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of the files under {@code hostile} in the resources that end so. */
    static Stream<String> names(String end) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/hostile"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of one of them. */
    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/hostile", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
