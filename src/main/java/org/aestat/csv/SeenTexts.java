package org.aestat.csv;

import java.util.Arrays;

/**
 * The texts that a column made of its first short cells, each cell with a number from 0. Not for use by several threads.
 */
final class SeenTexts {

    /** How many cells get a number; others stay unseen. */
    static final int MOST = 1 << 9;

    private final SeenCells numbers = new SeenCells(MOST);
    private char[][] texts = new char[8][];
    private int size;

    /** The number of a cell with these characters, or {@link SeenCells#UNSEEN}. */
    int find(Cell cell) {
        return numbers.find(cell);
    }

    /** The same for characters as they stand. */
    int find(char[] buffer, int offset, int length) {
        return numbers.find(buffer, offset, length);
    }

    /** The text of a number. */
    char[] text(int number) {
        return texts[number];
    }

    /** Takes note of the text of a cell that was not here, if there is room. */
    void put(Cell cell, Cell text) {
        if (size < MOST && numbers.put(cell, size)) {
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, 2 * size);
            }
            texts[size] = text.toString().toCharArray();
            size++;
        }
    }
}
