package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aestat.csv.BlockParser;
import org.aestat.csv.ExportReader;
import org.aestat.csv.RowProblem;
import org.aestat.csv.RowSink;
import org.aestat.csv.TextBlock;
import org.aestat.pipeline.SessionIds.Place;
import org.aestat.session.FoundTexts;
import org.aestat.session.IdForms;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one block after the other, each into a table of its own. Whether their session ids are repetitions is settled when the
 * block is taken into the table of all.
 */
final class BlockCollector implements RowSink {

    private static final long NO_ID = 0;

    final SessionTable table;
    RowFilter filter;
    final IdForms forms = new IdForms();
    final List<List<RowProblem>> problems = new ArrayList<>();
    final long[] excluded;
    private final DataRequest request;
    private final ExportReader reader;
    private final BlockParser parser;
    private final @Nullable SessionTable all;
    private @Nullable FoundTexts found;
    private final Map<Integer, char[]> otherIds = new HashMap<>();
    private long[] ids = new long[1 << 4];
    private long[] lines = new long[1 << 4];

    /**
     * A collector.
     *
     * @param request the request, its columns resolved
     * @param reader the export
     * @param table an empty table
     * @param reasons how many reasons the mapping has for leaving rows out
     * @param all the table of all sessions in which texts are looked up beforehand, or null
     */
    BlockCollector(
            DataRequest request, ExportReader reader, SessionTable table, int reasons, @Nullable SessionTable all) {
        this.request = request;
        this.all = all;
        this.reader = reader;
        this.parser = reader.blockParser(table, this);
        this.table = table;
        this.filter = new RowFilter(request, table);
        this.excluded = new long[reasons];
    }

    /** Whether it takes blocks of this export. */
    boolean isFor(ExportReader export) {
        return reader == export;
    }

    /**
     * Reads a block, in place of the one before.
     *
     * @return false if the block ends within a record, so that it has to be read with the next one
     * @throws org.aestat.csv.InputException if the block cannot be read to its end
     */
    boolean read(TextBlock block) {
        table.clear();
        filter = new RowFilter(request, table);
        forms.clear();
        problems.clear();
        otherIds.clear();
        Arrays.fill(excluded, 0);
        boolean whole = parser.read(block);
        found = whole && all != null ? all.find(table) : null;
        return whole;
    }

    /** Which texts of the block the table of all sessions had when they were looked up, or null. */
    @Nullable
    FoundTexts found() {
        return found;
    }

    @Override
    public void session(SessionDraft draft, long line) {
        int row = table.size();
        if (row == ids.length) {
            ids = Arrays.copyOf(ids, 2 * row);
            lines = Arrays.copyOf(lines, 2 * row);
        }
        lines[row] = line;
        ids[row] = NO_ID;
        if (draft.hasId()) {
            ids[row] = forms.key(draft.id(), 0, draft.idLength());
            if (ids[row] == IdForms.NONE) {
                otherIds.put(row, Arrays.copyOf(draft.id(), draft.idLength()));
            }
        }
        table.add(draft, filter.admits(draft));
    }

    @Override
    public void excluded(int reason, long line) {
        excluded[reason]++;
    }

    @Override
    public void rejected(List<RowProblem> found) {
        problems.add(found);
    }

    /** The physical line of a row. */
    long line(int row) {
        return lines[row];
    }

    /**
     * Takes note of the id of a row.
     *
     * @param all the ids met so far
     * @param codes their codes of this block's forms
     * @param row the row
     * @return where it was met before, or null
     */
    @Nullable
    Place meet(SessionIds all, int[] codes, int row) {
        long key = ids[row];
        if (key == NO_ID) {
            return null;
        }
        if (key == IdForms.NONE) {
            char[] text = Objects.requireNonNull(otherIds.get(row));
            return all.meet(text, text.length, lines[row]);
        }
        return all.meet(forms, codes, key, lines[row]);
    }
}
