package org.aestat.csv;

import java.util.List;
import org.aestat.session.SessionDraft;

/** Takes the rows of an export in their order, one call a row. */
public interface RowSink {

    /**
     * A row that was read.
     *
     * @param draft its values, valid only during the call
     * @param line the physical line on which the row starts, from 1
     */
    void session(SessionDraft draft, long line);

    /**
     * A row that the preset or the mapping leaves out; nothing else in it was checked.
     *
     * @param reason the place of the reason among {@link ReadOptions#exclusionReasons()}
     * @param line the physical line on which the row starts, from 1
     */
    void excluded(int reason, long line);

    /**
     * A row that was rejected.
     *
     * @param problems why: the first problem that was met, or all problems of its cells where the rows are traced
     */
    void rejected(List<RowProblem> problems);
}
