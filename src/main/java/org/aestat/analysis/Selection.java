package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the used sessions are looked at: those that have one of the values of every choice.
 *
 * @param choices the choices, none for all used sessions
 */
public record Selection(List<Choice> choices) implements Serializable {

    private static final long serialVersionUID = 1;

    /** All used sessions. */
    public static final Selection ALL = new Selection(List.of());

    /**
     * Values of a column.
     *
     * @param column a category of the table
     * @param values values as written in the export, any of which will do; an empty text is not recorded
     */
    public record Choice(String column, List<String> values) implements Serializable {

        private static final long serialVersionUID = 1;

        /** Copies the list. */
        public Choice {
            values = new ArrayList<>(values);
        }
    }

    /** Copies the list. */
    public Selection {
        choices = new ArrayList<>(choices);
    }
}
