package org.aestat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of an export into blocks of whole lines. A cut is made where the quotes before it are even in number, so
 * that it seldom falls within a quoted field; where it does, the reader of the block finds out.
 */
public final class LineBlocks {

    /** More bytes than a record may have characters: a longer line cannot be read anyway. */
    private static final int LONGEST = 4 * RecordLimits.MAX_RECORD;

    /** How far a cut may lie before the end of what was read. */
    private static final int FARTHEST = 1 << 16;

    private final String file;
    private final InputStream in;
    private final int size;
    /** Bytes of blocks that were read. */
    private Queue<byte[]> spare = new ConcurrentLinkedQueue<>();

    private byte[] bytes;
    private int length;
    private long line = 1;
    private boolean withinQuotes;
    private boolean ended;
    private boolean finished;
    private @Nullable String problem;

    /**
     * The blocks of a text whose line ends and quotes are those of ASCII.
     *
     * @param file the export's name
     * @param in its bytes
     * @param size how many bytes a block has at most, if its lines allow it
     */
    LineBlocks(String file, InputStream in, int size) {
        this.file = file;
        this.in = in;
        this.size = size;
        this.bytes = new byte[size];
    }

    /**
     * The next block, or null after the last.
     *
     * @throws InputException if the bytes cannot be read on
     */
    public @Nullable TextBlock next() {
        if (finished) {
            return null;
        }
        fill();
        ByteCounts counts = ByteCounts.of(bytes, 0, length);
        Cut cut = ended ? new Cut(length, false) : lastCut(counts);
        while (cut == null && length < LONGEST) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            fill();
            counts = ByteCounts.of(bytes, 0, length);
            cut = ended ? new Cut(length, false) : lastCut(counts);
        }
        if (ended && problem != null) {
            return beforeProblem(counts);
        }
        return take(cut == null ? new Cut(length, withinQuotes) : cut, counts);
    }

    /** Whether the last block was taken. */
    boolean isFinished() {
        return finished;
    }

    private record Cut(int place, boolean withinQuotes) {}

    private TextBlock take(Cut cut, ByteCounts counts) {
        TextBlock block = new TextBlock(bytes, cut.place(), line, ended, counts.arePlain(), spare);
        line += counts.lineEnds() - ByteCounts.of(bytes, cut.place(), length).lineEnds();
        withinQuotes = cut.withinQuotes();
        if (ended) {
            finish();
            return block;
        }
        byte[] rest = room(Math.max(size, length - cut.place()));
        length -= cut.place();
        System.arraycopy(bytes, cut.place(), rest, 0, length);
        bytes = rest;
        return block;
    }

    /** Gives up all room, as there may be many more files. */
    private void finish() {
        finished = true;
        bytes = new byte[0];
        spare = new ConcurrentLinkedQueue<>();
    }

    private byte[] room(int most) {
        byte[] room = spare.poll();
        return room == null || room.length < most ? new byte[most] : room;
    }

    /** What stands before a fault is handed over first. */
    private TextBlock beforeProblem(ByteCounts counts) {
        ended = false;
        Cut cut = lastCut(counts);
        if (cut == null || cut.place() == 0) {
            throw new InputException(file, line + counts.lineEnds(), String.valueOf(problem));
        }
        return take(cut, counts);
    }

    private void fill() {
        if (problem != null) {
            ended = true; // a stream that has failed is not read again
        }
        try {
            while (!ended && length < bytes.length) {
                int read = in.read(bytes, length, bytes.length - length);
                ended = read < 0;
                length += Math.max(0, read);
            }
        } catch (IOException e) {
            ended = true;
            problem = ExportText.reason(e);
        }
    }

    /** Whether a CR ends a line by itself: also the one after which the stream failed. */
    private boolean isLineEnd(int place) {
        return place + 1 < length ? bytes[place + 1] != '\n' : problem != null;
    }

    /** The last line end that is likely to end a record, or else the last line end; null where there is none. */
    private @Nullable Cut lastCut(ByteCounts counts) {
        boolean open = withinQuotes ^ (counts.quotes() % 2 == 1);
        Cut unlikely = null;
        for (int i = length - 1; i >= 0; i--) {
            byte b = bytes[i];
            if (b == '"') {
                open = !open;
            } else if (b == '\n' || (b == '\r' && isLineEnd(i))) {
                if (!open) {
                    return new Cut(i + 1, false);
                }
                if (unlikely == null) {
                    unlikely = new Cut(i + 1, true);
                }
            }
            if (unlikely != null && length - i > FARTHEST) {
                return unlikely;
            }
        }
        return unlikely;
    }
}
