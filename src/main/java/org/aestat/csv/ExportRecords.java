package org.aestat.csv;

import java.io.Closeable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The records of a file that was opened, after its header. */
final class ExportRecords implements Closeable {

    private final ExportText text;
    private final RecordSource records;
    private final List<String> labels = new ArrayList<>();
    private final long textLine;
    private final long headerLine;

    private ExportRecords(
            InputSource source, ExportText text, ReadOptions options, Predicate<List<String>> hasAllColumns) {
        this.text = text;
        HeaderPeek peek = new HeaderPeek(text.reader());
        char named = peek.takeSeparatorLine();
        if (named != 0 && ReadOptions.isImpossible(named)) {
            throw new InputException(
                    source.name(),
                    1,
                    "the line sep= names a character that cannot be the delimiter. Correct the line or remove it.");
        }
        boolean skipped = peek.skipTo(named, options.skip());
        textLine = peek.line();
        records = RecordSource.of(peek, source.name(), options, named, hasAllColumns);
        if (!skipped || !records.next(Delimiter.collector(labels))) {
            throw noHeader(source.name(), options.skip());
        }
        headerLine = records.line();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, which are not closed; otherwise null
     * @param options how to read it
     * @param hasAllColumns whether a header has what is required, which tells its delimiter
     * @throws InputException if the file cannot be opened or has no header
     */
    static ExportRecords open(
            InputSource source,
            @Nullable InputStream standardInput,
            ReadOptions options,
            Predicate<List<String>> hasAllColumns) {
        ExportText text = ExportText.open(source, standardInput, options.encoding());
        try {
            return new ExportRecords(source, text, options, hasAllColumns);
        } catch (InputException e) {
            text.close();
            throw e;
        }
    }

    /** Why a file without a header cannot be read. */
    static InputException noHeader(String file, int skip) {
        return skip == 0
                ? new InputException(file, 1, "the file is empty; its first line should name the columns.")
                : new InputException(
                        file,
                        0,
                        "no header stands after the first " + (skip == 1 ? "line" : skip + " lines")
                                + ", which --skip leaves out.");
    }

    /** The names of the columns, trimmed. */
    List<String> labels() {
        return labels;
    }

    /** The physical line after those that were left out before the header, from 1. */
    long textLine() {
        return textLine;
    }

    /** The physical line on which the header starts, from 1. */
    long headerLine() {
        return headerLine;
    }

    RecordSource records() {
        return records;
    }

    ExportText text() {
        return text;
    }

    @Override
    public void close() {
        text.close();
    }
}
