package org.aestat.csv;

import java.io.Closeable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads one export: first its header, so that everything can be checked before any row is read, then its rows, once. Not
 * for use by several threads.
 */
public final class ExportReader implements Closeable {

    private final InputSource source;
    private final boolean eachRow;
    private final ExportText text;
    private final PresetExport preset;
    private final RecordSource records;
    private final ExportColumns columns;
    private final RowExclusions exclusions;
    private final List<String> labels;
    private final long textLine;
    private final long headerLine;
    private @Nullable LineBlocks blocks;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        READING,
        READ
    }

    private ExportReader(InputSource source, ExportText text, ReadOptions options) {
        this.source = source;
        this.text = text;
        this.eachRow = options.mapping().isEachRow();
        HeaderPeek peek = new HeaderPeek(text.reader());
        char named = peek.takeSeparatorLine();
        if (named != 0 && ReadOptions.isImpossible(named)) {
            throw new InputException(
                    source.name(),
                    1,
                    "the line sep= names a character that cannot be the delimiter. Correct the line or remove it.");
        }
        boolean skipped = peek.skipLines(options.skip() - (named == 0 ? 0 : 1));
        textLine = peek.line();
        RecordSource stored = RecordSource.of(peek, source.name(), options, named);
        List<String> written = new ArrayList<>();
        if (!skipped || !stored.next(Delimiter.collector(written))) {
            throw options.skip() == 0
                    ? new InputException(source.name(), 1, "the file is empty; its first line should name the columns.")
                    : new InputException(
                            source.name(),
                            0,
                            "no header stands after the first "
                                    + (options.skip() == 1 ? "line" : options.skip() + " lines")
                                    + ", which --skip leaves out.");
        }
        headerLine = stored.line();
        if (options.preset() == null) {
            preset = PresetExport.asStored(written, options.mapping(), stored);
        } else {
            text.goOn();
            preset = options.preset().reshape(PresetTable.read(stored, source.name(), written), options);
        }
        labels = preset.labels();
        records = preset.records();
        ReadOptions reading = options.with(preset.mapping());
        Header header = new Header(source.name(), headerLine, labels, preset.mapping());
        columns = new HeaderResolver(source.name(), header, reading, preset.identifying()).resolve();
        exclusions = new RowExclusions(header, reading);
    }

    /**
     * Opens an export and reads its header.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, which are not closed; otherwise null
     * @param options how to read it
     * @throws InputException if the export cannot be opened or its header cannot be used
     * @throws MappingException if the mapping does not fit the header
     */
    public static ExportReader open(InputSource source, @Nullable InputStream standardInput, ReadOptions options) {
        ExportText text = ExportText.open(source, standardInput, options.encoding());
        try {
            return new ExportReader(source, text, options);
        } catch (InputException | MappingException e) {
            text.close();
            throw e;
        }
    }

    /** What the export has. */
    public ExportColumns columns() {
        return columns;
    }

    /** What the preset took the columns and rows for, one sentence each; none without a preset. */
    public List<String> decisions() {
        return preset.decisions();
    }

    /** What the preset could not use, one sentence each. */
    public List<String> doubts() {
        return preset.doubts();
    }

    /**
     * Reads all rows. The table's dictionaries take the texts of accepted rows, the table itself is not changed.
     *
     * @param table what the sessions are for; its layout may hold more or less than this export has
     * @param sink takes each row
     * @throws InputException if the export cannot be read to its end
     * @throws IllegalStateException if it was read before
     */
    public void read(SessionTable table, RowSink sink) {
        read(table, sink, null);
    }

    /** What each row holds beyond its session, for {@link #read(SessionTable, RowSink, RowTrace)}. */
    public RowTrace trace() {
        return new RowTrace(labels, columns);
    }

    /**
     * Reads all rows and looks at every cell of each, so that a rejected row has all problems of its cells.
     *
     * @param table what the sessions are for; its layout may hold more or less than this export has
     * @param sink takes each row
     * @param trace tells of a row while the sink takes it; null for reading as {@link #read(SessionTable, RowSink)} does
     * @throws InputException if the export cannot be read to its end
     * @throws IllegalStateException if it was read before
     */
    public void read(SessionTable table, RowSink sink, @Nullable RowTrace trace) {
        if (state != State.OPEN) {
            throw new IllegalStateException("an export is read once");
        }
        state = State.READING;
        text.goOn();
        read(records, table, sink, trace);
        state = State.READ;
    }

    private void read(RecordSource rows, SessionTable table, RowSink sink, @Nullable RowTrace trace) {
        RowParser row = new RowParser(source, columns, exclusions, records, eachRow, table, trace != null);
        RecordSource.FieldSink fields = trace == null ? row : trace.before(row);
        row.begin();
        while (rows.next(fields)) {
            if (!rows.settle(sink)) {
                row.end(rows.fieldCount(), rows.line(), sink);
            }
            row.begin();
        }
    }

    /** Whether the export can be read block by block. */
    public boolean isDivisible() {
        return records.isDivisible() && text.hasAsciiBytes();
    }

    /**
     * The blocks of a divisible export, in place of {@link #read(SessionTable, RowSink)}. When the last one was taken, the
     * export counts as read.
     *
     * @param size how many bytes a block has at most, if its lines allow it
     * @throws IllegalStateException if it was read before
     */
    public LineBlocks blocks(int size) {
        if (state != State.OPEN) {
            throw new IllegalStateException("an export is read once");
        }
        state = State.READING;
        blocks = new LineBlocks(source.name(), text.restart(), size);
        return blocks;
    }

    /**
     * Reads the rows of a block. Several threads may read blocks at a time.
     *
     * @param block the block
     * @param table what the sessions are for, as in {@link #read(SessionTable, RowSink)}
     * @param sink takes each row
     * @return false if the block ends within a record, so that it has to be read with the next one, and all that the sink
     *     took is void
     * @throws InputException if the block cannot be read to its end
     */
    public boolean read(TextBlock block, SessionTable table, RowSink sink) {
        TextBlock rest = block.isFirst() ? block.from(textLine) : block;
        if (rest == null) {
            return false;
        }
        RecordSource rows = records.part(rest.reader(text.charset(), source.name()), rest.firstLine());
        try {
            if (block.isFirst() && !(rows.next((index, buffer, offset, length) -> {}) && rows.line() == headerLine)) {
                return false;
            }
            read(rows, table, sink, null);
            return true;
        } catch (OpenFieldException e) {
            if (block.isLast()) {
                throw e;
            }
            return false;
        }
    }

    /** The number of stored bytes, after all rows were read. */
    public long bytes() {
        requireRead();
        return text.bytes();
    }

    /** The SHA-256 of the stored bytes in hexadecimal, after all rows were read. */
    public String sha256() {
        requireRead();
        return text.sha256();
    }

    /** The SHA-256 of the decompressed bytes in hexadecimal, after all rows were read. */
    public String contentSha256() {
        requireRead();
        return text.contentSha256();
    }

    private void requireRead() {
        if (state != State.READ && (blocks == null || !blocks.isFinished())) {
            throw new IllegalStateException("the export was not read to its end");
        }
    }

    @Override
    public void close() {
        text.close();
    }
}
