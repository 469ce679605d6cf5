package org.aestat.csv;

import org.aestat.session.SessionTable;

/**
 * Reads blocks of one export one after the other, for one thread at a time. Several of them may be at work, each with a
 * table of its own.
 */
public final class BlockParser {

    private final ExportReader reader;
    private final RowParser rows;
    private final RowSink sink;

    /**
     * A parser of blocks.
     *
     * @param reader the export
     * @param rows what turns its fields into sessions
     * @param sink takes each row
     */
    BlockParser(ExportReader reader, RowParser rows, RowSink sink) {
        this.reader = reader;
        this.rows = rows;
        this.sink = sink;
    }

    /**
     * Reads the rows of a block. The {@linkplain SessionTable#clear table} may have been cleared since the last one.
     *
     * @param block the block
     * @return false if the block ends within a record, so that it has to be read with the next one, and all that the sink
     *     took is void
     * @throws InputException if the block cannot be read to its end
     */
    public boolean read(TextBlock block) {
        RecordSource records = reader.records(block);
        if (records == null) {
            return false;
        }
        rows.forgetCodes();
        try {
            if (block.isFirst() && !reader.skipsHeader(records)) {
                return false;
            }
            rows.readAll(records, rows, sink);
            return true;
        } catch (OpenFieldException e) {
            if (block.isLast()) {
                throw e;
            }
            return false;
        }
    }
}
