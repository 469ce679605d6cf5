package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers come out of a column as they went in, in however many bytes a stretch of rows is kept. */
class PackedColumnTest {

    private static final int NONE = -1;
    private static final int ROWS = 150_000;
    private static final Random RANDOM = new Random(12);

    static Stream<Arguments> numbers() {
        return Stream.of(
                numbers("nothing recorded", row -> NONE),
                numbers("always the same", row -> 7),
                numbers("a few", row -> RANDOM.nextInt(5)),
                numbers("256 numbers", row -> row % 256),
                numbers("255 numbers and blanks", row -> row % 256 == 255 ? NONE : 40_000 + row % 256),
                numbers("whole scores", row -> Session.SCORE_UNITS * RANDOM.nextInt(11)),
                numbers("whole scores and a bit", row -> 3 + Session.SCORE_UNITS * RANDOM.nextInt(11)),
                numbers("a half score", row -> Session.SCORE_UNITS / (row == 70_000 ? 2 : 1) * RANDOM.nextInt(1, 11)),
                numbers("two bytes", row -> RANDOM.nextInt(50_000)),
                numbers("65,536 numbers", row -> row % 65_536),
                numbers("all", row -> RANDOM.nextInt()),
                numbers("least and most", row -> row % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE),
                numbers("below zero", row -> -5_000 + RANDOM.nextInt(100)));
    }

    private static Arguments numbers(String what, IntUnaryOperator ofRow) {
        return Arguments.of(what, IntStream.range(0, ROWS).map(ofRow).toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void numbersComeOutAsTheyWentIn(String what, int[] numbers) {
        PackedColumn column = column(numbers);
        assertThat(IntStream.range(0, ROWS).map(column::get).toArray()).as(what).isEqualTo(numbers);

        int[] rows = new Random(3).ints(5_000, 0, ROWS).toArray();
        PackedColumn shown = new PackedColumn(NONE);
        shown.show(column, rows, 100, rows.length);
        assertThat(IntStream.range(0, rows.length - 100).map(shown::get))
                .containsExactlyElementsOf(IntStream.range(100, rows.length)
                        .mapToObj(i -> numbers[rows[i]])
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void rowsOfAnotherColumnAreAdded(String what, int[] numbers) {
        PackedColumn column = column(numbers);
        PackedColumn copy = new PackedColumn(NONE);
        for (int from = 0; from < ROWS; from += 9_300) {
            copy.addAll(column, from, Math.min(ROWS, from + 9_300), null);
        }
        assertThat(IntStream.range(0, ROWS).map(copy::get).toArray()).as(what).isEqualTo(numbers);
        PackedColumn replaced = column.replaced((row, number) -> row + number);
        assertThat(IntStream.range(0, ROWS).map(replaced::get).toArray())
                .isEqualTo(
                        IntStream.range(0, ROWS).map(row -> row + numbers[row]).toArray());
    }

    private static PackedColumn column(int[] numbers) {
        PackedColumn column = new PackedColumn(NONE);
        for (int number : numbers) {
            column.add(number);
        }
        return column;
    }
}
