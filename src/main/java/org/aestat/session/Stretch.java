package org.aestat.session;

import java.util.Arrays;

/** The numbers of some rows, in as few bytes as their spread needs: none, one, two or four each. */
abstract sealed class Stretch {

    private static final int ONE_BYTE = 0xFF;
    private static final int TWO_BYTES = 0xFFFF;

    /**
     * Packs numbers.
     *
     * @param numbers the numbers, which are not kept
     * @param none the number that stands for "not recorded"
     */
    static Stretch of(int[] numbers, int none) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int number : numbers) {
            if (number != none) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        int step = low < high ? step(numbers, none, low) : 1;
        long steps = high < low ? 0 : ((long) high - low) / step + 1;
        if (steps <= ONE_BYTE) {
            return steps == 0 ? new NotRecorded(none) : new Bytes(numbers, none, low, step, (int) steps);
        }
        return steps <= TWO_BYTES ? new Shorts(numbers, none, low, step) : new Plain(numbers.clone());
    }

    /** The unit of scores where all are whole, otherwise 1. */
    private static int step(int[] numbers, int none, int low) {
        for (int number : numbers) {
            if (number != none && ((long) number - low) % Session.SCORE_UNITS != 0) {
                return 1;
            }
        }
        return Session.SCORE_UNITS;
    }

    /** How many steps a number lies above the least; to divide by what the compiler knows is quicker. */
    private static int steps(int distance, int step) {
        return step == 1 ? distance : distance / Session.SCORE_UNITS;
    }

    /** The number at a place. */
    abstract int get(int place);

    /**
     * Copies numbers.
     *
     * @param rows rows whose places are their last bits
     * @param from the first of them to copy
     * @param to one after the last
     * @param target takes the numbers
     * @param at the place of the first there
     */
    abstract void copy(int[] rows, int from, int to, int[] target, int at);

    /** Nothing is recorded. */
    private static final class NotRecorded extends Stretch {

        private final int none;

        private NotRecorded(int none) {
            this.none = none;
        }

        @Override
        int get(int place) {
            return none;
        }

        @Override
        void copy(int[] rows, int from, int to, int[] target, int at) {
            Arrays.fill(target, at, at + to - from, none);
        }
    }

    /** A byte each: its number's place among the possible ones, the first being "not recorded". */
    private static final class Bytes extends Stretch {

        private final int[] possible;
        private final byte[] codes;

        private Bytes(int[] numbers, int none, int least, int step, int steps) {
            possible = new int[steps + 1];
            possible[0] = none;
            for (int code = 1; code <= steps; code++) {
                possible[code] = least + (code - 1) * step;
            }
            codes = new byte[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                codes[i] = numbers[i] == none ? 0 : (byte) (steps(numbers[i] - least, step) + 1);
            }
        }

        @Override
        int get(int place) {
            return possible[codes[place] & ONE_BYTE];
        }

        @Override
        void copy(int[] rows, int from, int to, int[] target, int at) {
            for (int i = from; i < to; i++) {
                target[at + i - from] = possible[codes[rows[i] & PackedColumn.MASK] & ONE_BYTE];
            }
        }
    }

    /** Two bytes each: 0 for "not recorded", otherwise one more than the steps above the least number. */
    private static final class Shorts extends Stretch {

        private final int none;
        private final int least;
        private final int step;
        private final short[] codes;

        private Shorts(int[] numbers, int none, int least, int step) {
            this.none = none;
            this.least = least;
            this.step = step;
            codes = new short[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                codes[i] = numbers[i] == none ? 0 : (short) (steps(numbers[i] - least, step) + 1);
            }
        }

        @Override
        int get(int place) {
            int code = codes[place] & TWO_BYTES;
            return code == 0 ? none : least + (code - 1) * step;
        }

        @Override
        void copy(int[] rows, int from, int to, int[] target, int at) {
            for (int i = from; i < to; i++) {
                target[at + i - from] = get(rows[i] & PackedColumn.MASK);
            }
        }
    }

    /** The numbers themselves. */
    static final class Plain extends Stretch {

        private final int[] numbers;

        Plain(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        int get(int place) {
            return numbers[place];
        }

        @Override
        void copy(int[] rows, int from, int to, int[] target, int at) {
            for (int i = from; i < to; i++) {
                target[at + i - from] = numbers[rows[i] & PackedColumn.MASK];
            }
        }
    }
}
