package org.aestat.csv;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was rejected. No part of it holds the content of a cell.
 *
 * @param code what kind of problem it is
 * @param file the export's name
 * @param line the physical line on which the row starts, from 1
 * @param column the column as the header has it, or null where the row as a whole is at fault
 * @param found the shape of what was found
 * @param expected what would have been accepted
 * @param advice a sentence on how to settle it, or empty
 */
public record RowProblem(
        ProblemCode code,
        String file,
        long line,
        @Nullable String column,
        String found,
        String expected,
        String advice) {

    /** The problem in one or two sentences. */
    public String message() {
        return Shape.printable(file + ", line " + line + (column == null ? "" : ", column " + column) + ": found "
                + found + ", expected " + expected + "." + (advice.isEmpty() ? "" : " " + advice));
    }
}
