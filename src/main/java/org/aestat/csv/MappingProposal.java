package org.aestat.csv;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an export seem to mean. It holds names of columns, counts and shapes, never a cell.
 *
 * @param file the export's name
 * @param rows the rows after the header
 * @param irregularRows those that have a field too few or too many
 * @param form how the export is written, as far as a run has to be told
 * @param columns the columns in the order of the header
 * @param questions what could not be settled, numbered from 1
 * @param ready whether a report can be made before any question is answered
 * @param mapping the mapping file
 */
public record MappingProposal(
        String file,
        long rows,
        long irregularRows,
        FileForm form,
        List<Column> columns,
        List<Question> questions,
        boolean ready,
        String mapping) {

    /** The meaning of a column that is only for {@code --by} and {@code --where}. */
    public static final String CATEGORY = "category";

    /** The meaning of a column that is better not used at all. */
    public static final String LEFT_OUT = "left out";

    /** The meaning of a column about which a question is open. */
    public static final String OPEN = "open";

    /** How sure a meaning is. */
    public enum Confidence {
        /** The column has that name. */
        CERTAIN,
        /** The name is known for it, and the cells fit. */
        LIKELY,
        /** Something speaks for it; a question asks. */
        GUESS;

        /** The word for it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How often cells look like this.
     *
     * @param shape their shape, or a word that aestat knows
     * @param count how many
     */
    public record Seen(String shape, long count) {}

    /**
     * A column.
     *
     * @param header its name in the export
     * @param meaning aestat's name for it, {@link #CATEGORY}, {@link #LEFT_OUT} or {@link #OPEN}
     * @param confidence how sure that is, or null for categories and what is left out
     * @param why what it follows from
     * @param recorded cells that are not blank
     * @param blank cells that are
     * @param distinct different cells among the recorded
     * @param distinctCapped whether there can be more of them than were counted
     * @param values what the cells look like
     * @param questions the numbers of the questions about it
     */
    public record Column(
            String header,
            String meaning,
            @Nullable Confidence confidence,
            String why,
            long recorded,
            long blank,
            long distinct,
            boolean distinctCapped,
            List<Seen> values,
            List<Integer> questions) {}

    /**
     * Something that only people who know the export can say.
     *
     * @param number its number, from 1
     * @param columns the columns that it is about
     * @param text the question
     * @param blocking whether no report can be made before it is answered
     */
    public record Question(int number, List<String> columns, String text, boolean blocking) {}
}
