package org.aestat.csv;

/** Turns the text of a recorded cell into a number. */
@FunctionalInterface
interface CellParser {

    /** A cell that says nothing. */
    int NOT_RECORDED = Integer.MIN_VALUE;

    /** A cell that cannot be read. */
    int REJECTED = Integer.MIN_VALUE + 1;

    /** The value of the cell, or {@link #REJECTED}. */
    int parse(Cell cell);
}
