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

    /** The problem of a row with too few or too many fields. */
    static RowProblem ofFields(String file, long line, int found, int expected, RecordSource records) {
        String advice = found > expected ? records.delimiterAdvice() : "";
        return new RowProblem(ProblemCode.FIELD_COUNT, file, line, null, count(found), count(expected), advice);
    }

    /** A number of fields in words. */
    static String count(int fields) {
        return fields + (fields == 1 ? " field" : " fields");
    }

    /** The problem in one or two sentences. */
    public String message() {
        return Shape.printable(file + ", line " + line + (column == null ? "" : ", column " + column) + ": found "
                + found + ", expected " + expected + "." + (advice.isEmpty() ? "" : " " + advice));
    }
}
