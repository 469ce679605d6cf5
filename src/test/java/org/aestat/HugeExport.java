package org.aestat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Exports far larger than any memory, made while they are read, with what aestat says of them. */
public enum HugeExport {
    /** A quoted field of 1 GB. */
    FIELD(
            "patient_id,session_number,note\nP1,1,\"",
            "x".repeat(1 << 16),
            1 << 14,
            "line 2: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
    /** A field of 1 GB without quotes. */
    PLAIN_FIELD(
            "patient_id,session_number,note\nP1,1,",
            "x".repeat(1 << 16),
            1 << 14,
            "line 2: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
    /** Doubled quotes for 1 GB. */
    QUOTES(
            "patient_id,session_number,note\nP1,1,\"",
            "\"".repeat(1 << 16),
            1 << 14,
            "line 2: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
    /** A header of a million columns. */
    COLUMNS(
            "patient_id,session_number",
            ",c".repeat(1000),
            1000,
            "line 1: a record has more than 16,384 fields. Perhaps this is not a CSV file."),
    /** A row of a million fields. */
    FIELDS(
            "patient_id,session_number\nP1,1",
            ",x".repeat(1000),
            1000,
            "line 2: a record has more than 16,384 fields. Perhaps this is not a CSV file."),
    /** A header of 1 GB without a delimiter. */
    NAME(
            "",
            "patient_id".repeat(1 << 12),
            1 << 15,
            "line 1: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
    /** 200 MB of bytes that are 0. */
    NUL(
            "",
            "\0".repeat(1 << 16),
            3200,
            "line 1: a NUL character. The file is damaged, or its encoding is not UTF-8;"
                    + " UTF-16 for example needs --encoding UTF-16LE."),
    /** 200 MB of the digit 0. */
    ZEROS(
            "",
            "0".repeat(1 << 16),
            3200,
            "line 1: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
    /** 200 MB of blank lines before a header that never comes. */
    BLANK_LINES(
            "",
            "\n".repeat(1 << 16),
            3200,
            "line N: no header stands in the first 20 MiB. Perhaps this is not a CSV file."),
    /** 200 MB of blank lines after the header, which are no rows. */
    BLANK_ROWS("patient_id,session_number\n", "\r\n".repeat(1 << 15), 3200, ""),
    /** 200 MB of spaces. */
    SPACES(
            "",
            " ".repeat(1 << 16),
            3200,
            "line 1: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
    /** 200 MB of commas. */
    COMMAS(
            "",
            ",".repeat(1 << 16),
            3200,
            "line 1: a record has more than 16,384 fields. Perhaps this is not a CSV file."),
    /** Quoted fields of two lines, of which each block of the file could be within one. */
    QUOTED_LINES(
            "patient_id,session_number,note\nP1,1,\"x\"\nP1,2,\"",
            "\n\"\"\n".repeat(1 << 14),
            3200,
            "line 3: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed.");

    private final String start;
    private final String unit;
    private final int units;
    private final String message;

    HugeExport(String start, String unit, int units, String message) {
        this.start = start;
        this.unit = unit;
        this.units = units;
        this.message = message;
    }

    /** What is said of it, after its name; empty where it can be read. N stands for a number of more than six digits. */
    public String message() {
        return message;
    }

    /** Its text. */
    public InputStream open() {
        byte[] bytes = unit.getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = List.of(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.US_ASCII)), new Repeated(bytes, units));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Writes it as gzip, which is a thousandth of it. */
    public void pack(OutputStream out) throws IOException {
        try (InputStream in = open();
                GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
            in.transferTo(packed);
        }
    }

    private static final class Repeated extends InputStream {

        private final byte[] unit;
        private int left;
        private int position;

        Repeated(byte[] unit, int times) {
            this.unit = unit;
            this.left = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int read = Math.min(length, unit.length - position);
            System.arraycopy(unit, position, target, offset, read);
            position += read;
            if (position == unit.length) {
                position = 0;
                left--;
            }
            return read;
        }
    }
}
