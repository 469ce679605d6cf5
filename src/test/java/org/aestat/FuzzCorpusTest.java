package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aestat.cli.PolicyFuzzer;
import org.aestat.csv.CellFuzzer;
import org.aestat.csv.MappingFuzzer;
import org.aestat.pipeline.ExportFuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of the fuzzer, with every input that once was a fault. {@code -Pfuzz} looks for new ones. */
class FuzzCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "cell", CellFuzzer::fuzzerTestOneInput,
            "export", ExportFuzzer::fuzzerTestOneInput,
            "mapping", MappingFuzzer::fuzzerTestOneInput,
            "policy", PolicyFuzzer::fuzzerTestOneInput);

    static Stream<Arguments> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> Arguments.of(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefused(String target, String input) throws IOException {
        TARGETS.get(target).accept(Files.readAllBytes(CORPUS.resolve(target).resolve(input)));
    }

    @Test
    void everyTargetHasInputs() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        }
    }
}
