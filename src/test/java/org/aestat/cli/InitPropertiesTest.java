package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.aestat.csv.Mapping;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports made at random: no cell is shown, and whatever is proposed can be used. */
class InitPropertiesTest {

    private static final List<String> HEADERS = List.of(
            "Patient",
            "ID",
            "Name",
            "Datum",
            "Visit Date",
            "session date",
            "Bruise",
            "Bluterguss",
            "bleeding",
            "AE - x",
            "ae___1",
            "ae___2",
            "Pain",
            "NRS vor",
            "Soreness 24h",
            "Soreness",
            "Verlauf",
            "Klinik",
            "Therapeut",
            "Dx",
            "needles",
            "Alter",
            "E-Mail",
            "Tel.",
            "Notes",
            "Status",
            "relief",
            "pregnant",
            "Chronizität",
            "source",
            "[x]",
            "a = \"b\"",
            "brusing",
            "adverse events",
            "session no");

    private static final List<Function<Random, String>> CELLS = List.of(
            random -> "Q" + letters(random) + " Q" + letters(random),
            random -> "q" + letters(random) + "@" + letters(random) + ".org",
            random -> "0" + digits(random, 3) + " " + digits(random, 7),
            random -> digits(random, 9),
            random -> "1" + random.nextInt(10) + "/0" + (1 + random.nextInt(9)) + "/20" + (10 + random.nextInt(15)),
            random ->
                    "0" + (1 + random.nextInt(9)) + ".0" + (1 + random.nextInt(9)) + ".20" + (10 + random.nextInt(15)),
            random -> "2025-01-" + (10 + random.nextInt(20)) + " 1" + random.nextInt(10) + ":4" + random.nextInt(10),
            random -> random.nextInt(10) + "," + digits(random, 4),
            random -> random.nextInt(10) + "." + digits(random, 4),
            random -> letters(random) + " " + letters(random) + " " + letters(random) + "\n" + letters(random),
            random -> "=" + letters(random) + "\u202e" + letters(random));

    private static final List<String> WORDS = List.of("yes", "no", "ja", "nein", "1", "2", "0", "mild", "leicht", "");

    @TempDir
    private Path folder;

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('1' + random.nextInt(8)));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingOfACellIsShownAndEveryProposalCanBeUsed(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            Set<String> tokens = new HashSet<>();
            Workspace workspace =
                    new Workspace(folder.resolve("round" + round)).file("sheet.csv", sheet(random, tokens));
            CommandLineRun run = workspace.run("init", "sheet.csv");
            assertThat(run.exit()).as(run.err()).isZero();
            String mapping = workspace.read("mapping.toml");
            assertThat(tokens).noneMatch((run.out() + run.err() + mapping)::contains);
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);

            assertThat(workspace.run("init", "sheet.csv", "--force").out()).isEqualTo(run.out());
            assertThat(workspace.read("mapping.toml")).isEqualTo(mapping);

            assertEveryAnswerIsAMapping(mapping);
            assertThat(workspace
                            .run("report", "sheet.csv", "--mapping", "mapping.toml", "--max-rejected", "100%")
                            .exit())
                    .isIn(0, 3);
            if (run.out().contains("Check it")) {
                assertThat(workspace
                                .run("report", "sheet.csv", "--mapping", "mapping.toml", "--max-rejected", "100%")
                                .exit())
                        .as(mapping)
                        .isZero();
            }
        }
    }

    private static List<String> sheet(Random random, Set<String> tokens) {
        List<String> headers = new ArrayList<>();
        List<Integer> kinds = new ArrayList<>();
        for (String header : HEADERS) {
            if (random.nextInt(3) == 0) {
                headers.add('"' + header.replace("\"", "\"\"") + '"');
                kinds.add(random.nextInt(2 * CELLS.size()));
            }
        }
        headers.add("unknown");
        kinds.add(0);
        List<String> lines = new ArrayList<>(List.of(String.join(",", headers)));
        for (int row = 0; row < 12; row++) {
            List<String> cells = new ArrayList<>();
            for (int kind : kinds) {
                String cell =
                        kind < CELLS.size() ? CELLS.get(kind).apply(random) : WORDS.get(random.nextInt(WORDS.size()));
                cells.add('"' + cell + '"');
                for (String token : cell.split("[^A-Za-z0-9]+", -1)) {
                    if (token.length() > 4) {
                        tokens.add(token);
                    }
                }
                if (kind < CELLS.size() && cell.length() > 4) {
                    tokens.add(cell);
                }
            }
            lines.add(String.join(",", cells));
        }
        tokens.removeAll(WORDS);
        tokens.remove("leicht");
        return lines;
    }

    private static void assertEveryAnswerIsAMapping(String mapping) {
        List<String> lines = mapping.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean answer =
                    line.matches("# [\\p{L}_\"][^ ]* = .*") && !line.contains("\"?\"") && !line.contains("EVENT");
            if (answer) {
                List<String> answered = new ArrayList<>(lines);
                answered.set(i, line.substring(2));
                String text = String.join("\n", answered);
                if (!text.contains("\npatient = ") || !text.contains("\npatient_id = ")) {
                    assertThatCode(() -> Mapping.parse("m", text)).as(line).doesNotThrowAnyException();
                }
            }
        }
    }
}
