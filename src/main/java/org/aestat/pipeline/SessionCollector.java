package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.aestat.csv.ProblemCode;
import org.aestat.csv.RowProblem;
import org.aestat.csv.RowSink;
import org.aestat.pipeline.SessionIds.Place;
import org.aestat.result.RowCounts;
import org.aestat.result.RowCounts.Exclusion;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file into the table and keeps account of every one. */
final class SessionCollector implements RowSink {

    private final SessionTable table;
    private final RowFilter filter;
    private final SessionIds ids;
    private final List<String> files;
    private final int file;
    private final Rejections rejections;
    private final List<String> reasons;
    private final long[] excluded;
    private final RowWatch watch;
    private @Nullable EventIndex events;
    private boolean site;
    private long used;
    private long filtered;
    private long rejected;

    SessionCollector(
            SessionTable table,
            RowFilter filter,
            SessionIds ids,
            List<String> files,
            int file,
            Rejections rejections,
            List<String> reasons,
            RowWatch watch) {
        this.table = table;
        this.filter = filter;
        this.ids = ids;
        this.files = files;
        this.file = file;
        this.rejections = rejections;
        this.reasons = reasons;
        this.excluded = new long[reasons.size()];
        this.watch = watch;
        ids.startFile(file);
    }

    /**
     * Lets the sessions meet the rows of a file of events.
     *
     * @param index the rows
     * @param hasSite whether the file of sessions has a site
     */
    SessionCollector meeting(EventIndex index, boolean hasSite) {
        events = index;
        site = hasSite;
        return this;
    }

    @Override
    public void session(SessionDraft draft, long line) {
        boolean admitted = filter.admits(draft);
        Place first = draft.hasId() ? ids.meet(draft.id(), draft.idLength(), line) : null;
        if (first != null) {
            rejected(List.of(repeated(first, line)));
            return;
        }
        table.add(draft, admitted);
        if (events != null) {
            events.meet(draft, table, site);
        }
        watch.session(draft, line, admitted);
        count(admitted);
    }

    /** Takes the rows of a block, which is the next of the file. */
    void take(BlockCollector block) {
        SessionTable sessions = block.table;
        int[] codes = ids.codes(block.forms);
        BitSet repetitions = new BitSet();
        Iterator<List<RowProblem>> problems = block.problems.iterator();
        List<RowProblem> problem = problems.hasNext() ? problems.next() : null;
        for (int row = 0; row < sessions.size(); row++) {
            while (problem != null && problem.get(0).line() < block.line(row)) {
                rejected(problem);
                problem = problems.hasNext() ? problems.next() : null;
            }
            Place first = block.meet(ids, codes, row);
            if (first == null) {
                count(sessions.used(row));
            } else {
                repetitions.set(row);
                rejected(List.of(repeated(first, block.line(row))));
            }
        }
        if (problem != null) {
            rejected(problem);
            problems.forEachRemaining(this::rejected);
        }
        table.addAll(sessions, repetitions, block.found());
        filter.join(block.filter);
        for (int reason = 0; reason < excluded.length; reason++) {
            excluded[reason] += block.excluded[reason];
        }
    }

    private void count(boolean admitted) {
        if (admitted) {
            used++;
        } else {
            filtered++;
        }
    }

    private RowProblem repeated(Place first, long line) {
        return new RowProblem(
                ProblemCode.SESSION_REPEATED,
                files.get(file),
                line,
                "session_id",
                "the id of " + files.get(first.file()) + ", line " + first.line(),
                "an id of its own",
                "Remove one of the two rows, or correct the id.");
    }

    @Override
    public void excluded(int reason, long line) {
        excluded[reason]++;
    }

    @Override
    public void rejected(List<RowProblem> problems) {
        rejected++;
        rejections.add(problems);
        watch.rejected(problems);
    }

    RowCounts counts() {
        List<Exclusion> by = new ArrayList<>();
        for (int i = 0; i < excluded.length; i++) {
            by.add(new Exclusion(reasons.get(i), excluded[i]));
        }
        if (!by.isEmpty()) {
            by.add(new Exclusion("filters", filtered));
        }
        long all = filtered + Arrays.stream(excluded).sum();
        return new RowCounts(used + all + rejected, used, all, rejected, by);
    }
}
