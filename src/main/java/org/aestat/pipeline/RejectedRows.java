package org.aestat.pipeline;

import java.util.List;
import org.aestat.csv.RowProblem;

/** Takes the rejected rows of a run as they stand in the exports. */
public interface RejectedRows {

    /**
     * What the rows will have, before the first of them.
     *
     * @param headers the fields of each input's header
     */
    void begin(List<List<String>> headers);

    /**
     * A rejected row.
     *
     * @param file the place of its input
     * @param problems why it was rejected
     * @param cells its cells, which may be more or fewer than the header has fields
     */
    void row(int file, List<RowProblem> problems, List<String> cells);
}
