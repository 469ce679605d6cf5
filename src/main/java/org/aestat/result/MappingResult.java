package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an export seem to mean, and what is open about them.
 *
 * @param version the version of aestat
 * @param file the export's name
 * @param rows the rows after the header
 * @param irregularRows those with a field too few or too many
 * @param form how the export is written
 * @param columns the columns in the order of the header
 * @param questions the open questions
 * @param ready whether a report can be made before any question is answered
 * @param mappingFile the mapping file that was written
 * @param next the command that makes the report
 */
public record MappingResult(
        String version,
        String file,
        long rows,
        long irregularRows,
        Form form,
        List<Column> columns,
        List<Question> questions,
        boolean ready,
        String mappingFile,
        String next) {

    /**
     * How the export is written, as far as the mapping says it.
     *
     * @param encoding the character encoding, or null
     * @param delimiter the character between fields or {@code tab}, or null
     * @param decimalComma whether decimals have a comma
     */
    public record Form(@Nullable String encoding, @Nullable String delimiter, boolean decimalComma) {}

    /**
     * A column.
     *
     * @param header its name in the export
     * @param meaning aestat's name for it, or {@code category}, {@code left out}, {@code open}
     * @param confidence certain, likely, guess, or null
     * @param why what the meaning follows from
     * @param recorded cells that are not blank
     * @param blank cells that are
     * @param distinct different cells among the recorded
     * @param distinctCapped whether there can be more of them than were counted
     * @param values shapes of cells with their counts
     * @param questions the numbers of the questions about it
     */
    public record Column(
            String header,
            String meaning,
            @Nullable String confidence,
            String why,
            long recorded,
            long blank,
            long distinct,
            boolean distinctCapped,
            List<Shape> values,
            List<Integer> questions) {}

    /**
     * How often cells look like this.
     *
     * @param shape their shape, or a word that aestat knows
     * @param count how many
     */
    public record Shape(String shape, long count) {}

    /**
     * An open question.
     *
     * @param number its number, from 1
     * @param columns the columns that it is about
     * @param text the question
     * @param blocking whether no report can be made before it is answered
     */
    public record Question(int number, List<String> columns, String text, boolean blocking) {}
}
