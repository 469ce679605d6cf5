package org.aestat.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes gzip data of members of every kind, and knows what they hold. */
final class GzipMaker {

    private static final int BGZF_MOST = 1 << 16;

    private final Random random;
    private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    GzipMaker(Random random) {
        this.random = random;
    }

    byte[] stored() {
        return stored.toByteArray();
    }

    byte[] content() {
        return content.toByteArray();
    }

    /** Members of random kinds. */
    GzipMaker members(int count, int mostBytes) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = bytes(random.nextInt(5) == 0 ? 0 : random.nextInt(1 << random.nextInt(log(mostBytes)) + 1));
            switch (random.nextInt(6)) {
                case 0 -> bgzf(bytes.length < BGZF_MOST - 1000 ? bytes : new byte[0]);
                case 1 -> member(trap(bytes), 0, 0);
                case 2 -> member(bytes, 6, random.nextInt(32));
                default -> member(bytes, random.nextInt(10), 0);
            }
        }
        return this;
    }

    private static int log(int number) {
        return 32 - Integer.numberOfLeadingZeros(number - 1);
    }

    /** Bytes that can be packed, hardly packed, or packed to nearly nothing. */
    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        int kinds = random.nextInt(3);
        for (int i = 0; i < length; i++) {
            bytes[i] =
                    (byte) (kinds == 0 ? random.nextInt(256) : kinds == 1 ? "0123,\n".charAt(random.nextInt(6)) : 'x');
        }
        return bytes;
    }

    /** Bytes in which a member seems to start, or is: those of another member, and its header again and again. */
    private byte[] trap(byte[] bytes) {
        GzipMaker inner = new GzipMaker(random);
        inner.member(bytes.length > 1000 ? new byte[1000] : bytes, 6, random.nextInt(32));
        byte[] member = inner.stored();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes);
        for (int i = random.nextInt(6); i > 0; i--) {
            all.write(member, 0, random.nextBoolean() ? member.length : 10 + random.nextInt(member.length - 10));
        }
        return all.toByteArray();
    }

    /** A member with the optional parts of its header that the flags of RFC 1952 name. */
    GzipMaker member(byte[] bytes, int level, int flags) {
        header(flags);
        if ((flags & 4) != 0) {
            int length = random.nextInt(300);
            number(length, 2);
            stored.writeBytes(bytes(length));
        }
        for (int text = 0; text < Integer.bitCount(flags & 24); text++) {
            stored.writeBytes("a name\0".getBytes(StandardCharsets.US_ASCII));
        }
        if ((flags & 2) != 0) {
            number(random.nextInt(1 << 16), 2);
        }
        stored.writeBytes(deflated(bytes, level));
        return trailer(bytes);
    }

    /** A member that says in its header how long it is, as BGZF does. */
    GzipMaker bgzf(byte[] bytes) {
        byte[] deflated = deflated(bytes, 6);
        header(4);
        number(6, 2);
        stored.writeBytes(new byte[] {'B', 'C', 2, 0});
        number(deflated.length + 25L, 2);
        stored.writeBytes(deflated);
        return trailer(bytes);
    }

    private void header(int flags) {
        number(0x8B1F, 2);
        stored.write(8);
        stored.write(flags);
        number(random.nextInt(), 4);
        number(0xFF00, 2);
    }

    private GzipMaker trailer(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        number(checksum.getValue(), 4);
        number(bytes.length, 4);
        content.writeBytes(bytes);
        return this;
    }

    private void number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            stored.write((int) (value >> (8 * i)));
        }
    }

    private static byte[] deflated(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] compressed = new byte[bytes.length + bytes.length / 1000 + 100];
        int size = deflater.deflate(compressed);
        deflater.end();
        return Arrays.copyOf(compressed, size);
    }
}
