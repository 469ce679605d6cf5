package org.aestat.pipeline;

import java.util.List;
import org.aestat.csv.RowProblem;
import org.aestat.session.SessionDraft;

/** Is told what became of each row of a file. */
interface RowWatch {

    /** Does nothing. */
    RowWatch NONE = new RowWatch() {
        @Override
        public void session(SessionDraft draft, long line, boolean used) {}

        @Override
        public void rejected(List<RowProblem> problems) {}
    };

    /** The row was taken into the table. */
    void session(SessionDraft draft, long line, boolean used);

    /** The row was rejected. */
    void rejected(List<RowProblem> problems);
}
