package org.aestat.csv;

import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of adverse events, one row an event: first its header is read, so that everything can be checked before any
 * row is, then its rows, once.
 */
public final class EventFile implements Closeable {

    private final String name;
    private final ExportRecords opened;
    private final ReadOptions options;
    private final EventFileHeader header;
    private final List<String> decisions;
    private boolean read;

    private EventFile(InputSource source, ExportRecords opened, ReadOptions options) {
        this.name = source.name();
        this.opened = opened;
        this.options = options.with(Preset.ofEvents(options, opened.labels()));
        this.header = new EventFileHeader(name, opened.headerLine(), opened.labels(), this.options.mapping());
        header.check();
        this.decisions = Preset.decisionsOnEvents(options, opened.labels());
    }

    /**
     * Opens a file and reads its header.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, which are not closed; otherwise null
     * @param options how to read it
     * @throws InputException if the file cannot be opened or its header cannot be used
     * @throws MappingException if the mapping does not fit the header
     */
    public static EventFile open(InputSource source, @Nullable InputStream standardInput, ReadOptions options) {
        ExportRecords opened = ExportRecords.open(source, standardInput, options, labels -> new EventFileHeader(
                        source.name(), 1, labels, options.mapping())
                .isComplete());
        try {
            return new EventFile(source, opened, options);
        } catch (InputException | MappingException e) {
            opened.close();
            throw e;
        }
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** Whether it has a column. */
    public boolean has(EventColumn column) {
        return header.has(column);
    }

    /** Whether a patient and a day can tell the session. */
    public boolean hasPatientAndDay() {
        return header.hasPatientAndDay();
    }

    /** What the preset took the columns and terms for, one sentence each; none without a preset. */
    public List<String> decisions() {
        return decisions;
    }

    /** Sentences about columns that are not used. */
    public List<String> notes() {
        return header.notes();
    }

    /**
     * The problem of a row.
     *
     * @param code what kind of problem it is
     * @param line where it starts
     * @param column the column at fault, or null for the row as a whole
     * @param found what was found, no part of it being the content of a cell
     * @param expected what would have been accepted
     * @param advice a sentence on how to settle it, or empty
     */
    public RowProblem problem(
            ProblemCode code, long line, @Nullable EventColumn column, String found, String expected, String advice) {
        return new RowProblem(code, name, line, column == null ? null : header.label(column), found, expected, advice);
    }

    /**
     * Reads all rows.
     *
     * @param sink takes each row
     * @throws InputException if the file cannot be read to its end
     * @throws IllegalStateException if it was read before
     */
    public void read(EventSink sink) {
        if (read) {
            throw new IllegalStateException("a file of events is read once");
        }
        read = true;
        opened.text().goOn();
        RecordSource records = opened.records();
        EventRowParser row = new EventRowParser(name, header, records, options);
        while (records.next(row)) {
            row.end(records.fieldCount(), records.line(), sink);
        }
    }

    /** The number of stored bytes, after all rows were read. */
    public long bytes() {
        return opened.text().bytes();
    }

    /** The SHA-256 of the stored bytes in hexadecimal, after all rows were read. */
    public String sha256() {
        return opened.text().sha256();
    }

    @Override
    public void close() {
        opened.close();
    }
}
