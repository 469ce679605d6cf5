package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.aestat.result.CheckResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format that a gate's decision is written in. */
class CheckFormatsTest {

    static Stream<Arguments> formatsAndResults() {
        List<CheckRenderer> formats = List.of(
                new JunitRenderer(),
                new SarifRenderer(),
                new GithubAnnotationsRenderer(),
                new GithubSummaryRenderer(),
                new TapRenderer());
        return formats.stream()
                .flatMap(format -> Stream.of(
                        arguments(format, SampleChecks.mixed()),
                        arguments(format, SampleChecks.hostile()),
                        arguments(format, SampleChecks.many(1_000)),
                        arguments(format, SampleChecks.holds())));
    }

    static String render(CheckRenderer format, CheckResult result) throws IOException {
        StringWriter page = new StringWriter();
        format.render(result, new FilterWriter(page) {
            @Override
            public void flush() {
                throw new AssertionError("flushed");
            }

            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        });
        return page.toString();
    }

    @ParameterizedTest
    @MethodSource("formatsAndResults")
    void theSameResultGivesTheSameText(CheckRenderer format, CheckResult result) throws IOException {
        assertThat(render(format, result)).isEqualTo(render(format, result));
    }

    @ParameterizedTest
    @MethodSource("formatsAndResults")
    void linesEndWithOneCharacterAndNothingSteersATerminal(CheckRenderer format, CheckResult result)
            throws IOException {
        String page = render(format, result);

        assertThat(page.codePoints()
                        .filter(c -> c != '\n')
                        .filter(c -> ControlCharacters.contains(c) || ControlCharacters.isSurrogate(c))
                        .toArray())
                .isEmpty();
        assertThat(page).doesNotEndWith("\n\n");
        assertThat(page.isEmpty() || page.endsWith("\n")).isTrue();
    }
}
