package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.aestat.csv.RowProblem;

/** The rejected rows of a run: how many, and what is wrong with the first of them. */
public final class Rejections {

    private static final int LISTED = 20;

    private final List<String> messages = new ArrayList<>();
    private long total;

    void add(List<RowProblem> problems) {
        total++;
        if (messages.size() < LISTED) {
            messages.add(problems.get(0).message());
        }
    }

    /** How many rows were rejected. */
    public long total() {
        return total;
    }

    /** A line for each of the first rows, and one for those that are not listed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(messages);
        if (total > messages.size()) {
            lines.add("... and " + (total - messages.size()) + " more rejected rows.");
        }
        return lines;
    }
}
