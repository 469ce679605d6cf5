package org.aestat.csv;

import java.io.Closeable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads one export: first its header, so that everything can be checked before any row is read, then its rows, once. Not
 * for use by several threads.
 */
public final class ExportReader implements Closeable {

    private final InputSource source;
    private final boolean eachRow;
    private final ExportRecords opened;
    private final PresetExport preset;
    private final RecordSource records;
    private final ExportColumns columns;
    private final RowExclusions exclusions;
    private final List<String> labels;
    private @Nullable LineBlocks blocks;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        READING,
        READ
    }

    private ExportReader(
            InputSource source, ExportRecords opened, ReadOptions options, @Nullable SubjectsFile subjects) {
        this.source = source;
        this.opened = opened;
        this.eachRow = options.mapping().isEachRow();
        preset = reshaped(source, opened, options, subjects);
        labels = preset.labels();
        records = preset.records();
        ReadOptions reading = options.with(preset.mapping());
        Header header = new Header(source.name(), opened.headerLine(), labels, preset.mapping());
        columns = new HeaderResolver(source.name(), header, reading, preset.identifying()).resolve();
        exclusions = new RowExclusions(header, reading);
    }

    private static PresetExport reshaped(
            InputSource source, ExportRecords opened, ReadOptions options, @Nullable SubjectsFile subjects) {
        if (options.preset() == null || Preset.keepsRows(options)) {
            SubjectRecords joined = subjects == null ? null : subjects.join(source.name(), opened, options);
            List<String> labels = joined == null ? opened.labels() : joined.labels();
            return PresetExport.asStored(
                    labels,
                    Preset.ofSessions(options, labels),
                    joined == null ? opened.records() : joined,
                    Preset.decisionsOnSessions(options, labels));
        }
        opened.text().goOn();
        PresetTable table = PresetTable.read(opened.records(), source.name(), opened.labels());
        return options.preset().reshape(table, options);
    }

    /** Opens an export without a file of subjects. */
    static ExportReader open(InputSource source, @Nullable InputStream standardInput, ReadOptions options) {
        return open(source, standardInput, options, null);
    }

    /**
     * Opens an export and reads its header.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, which are not closed; otherwise null
     * @param options how to read it
     * @param subjects whose columns every session has besides, or null
     * @throws InputException if the export cannot be opened or its header cannot be used
     * @throws MappingException if the mapping does not fit the header
     */
    public static ExportReader open(
            InputSource source,
            @Nullable InputStream standardInput,
            ReadOptions options,
            @Nullable SubjectsFile subjects) {
        ExportRecords opened = ExportRecords.open(source, standardInput, options, labels -> {
            List<String> all = new ArrayList<>(labels);
            all.addAll(subjects == null ? List.of() : subjects.labelsBeside(labels));
            return new Header(source.name(), 1, all, Preset.ofSessions(options, all)).isComplete();
        });
        try {
            return new ExportReader(source, opened, options, subjects);
        } catch (InputException | MappingException e) {
            opened.close();
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
        opened.text().goOn();
        RowParser rows = parser(table, trace != null);
        rows.readAll(records, trace == null ? rows : trace.before(rows), sink);
        state = State.READ;
    }

    private RowParser parser(SessionTable table, boolean thorough) {
        return new RowParser(source, columns, exclusions, records, eachRow, table, thorough);
    }

    /** Whether the export can be read block by block. */
    public boolean isDivisible() {
        return records.isDivisible() && opened.text().hasAsciiBytes();
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
        blocks = new LineBlocks(source.name(), opened.text().restart(), size);
        return blocks;
    }

    /**
     * The blocks of a divisible export, as {@link #blocks(int)}, with gzip data decompressed by other threads as well.
     *
     * @param size how many bytes a block has at most, if its lines allow it
     * @param pool whose threads decompress
     * @param pieces how many pieces of the data they may have decompressed ahead
     * @throws IllegalStateException if it was read before
     */
    public LineBlocks blocks(int size, ExecutorService pool, int pieces) {
        LineBlocks all = blocks(size);
        opened.text().readAhead(pool, pieces);
        return all;
    }

    /**
     * A parser of blocks. Several threads may each use one of their own.
     *
     * @param table what the sessions are for, as in {@link #read(SessionTable, RowSink)}
     * @param sink takes each row
     */
    public BlockParser blockParser(SessionTable table, RowSink sink) {
        return new BlockParser(this, parser(table, false), sink);
    }

    /** The records of a block from the header on; null if the block ends before it. */
    @Nullable
    RecordSource records(TextBlock block) {
        TextBlock rest = block.isFirst() ? block.from(opened.textLine()) : block;
        return rest == null
                ? null
                : records.part(rest.reader(opened.text().charset(), source.name()), rest.firstLine());
    }

    /** Passes over the header; false if it is not there in its whole length. */
    boolean skipsHeader(RecordSource part) {
        return part.next((index, buffer, offset, length) -> {}) && part.line() == opened.headerLine();
    }

    /** The number of stored bytes, after all rows were read. */
    public long bytes() {
        requireRead();
        return opened.text().bytes();
    }

    /** The SHA-256 of the stored bytes in hexadecimal, after all rows were read. */
    public String sha256() {
        requireRead();
        return opened.text().sha256();
    }

    /** The SHA-256 of the decompressed bytes in hexadecimal, after all rows were read. */
    public String contentSha256() {
        requireRead();
        return opened.text().contentSha256();
    }

    private void requireRead() {
        if (state != State.READ && (blocks == null || !blocks.isFinished())) {
            throw new IllegalStateException("the export was not read to its end");
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
