package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes and their checksum, however they come. */
class DigestedStreamTest {

    /** Gives at most some bytes at a time. */
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(100_000)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4_095, 4_096, 4_097, 65_536, 69_632, 69_633, 1_000_000, 3_000_000})
    void checksumIsThatOfTheBytesRead(int size) throws Exception {
        Random random = new Random(size);
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        DigestedStream stream = new DigestedStream(inPieces(bytes, random));

        assertThat(stream.peek(4)).isEqualTo(Arrays.copyOf(bytes, Math.min(4, size)));
        assertThat(stream.readAllBytes()).isEqualTo(bytes);
        assertThat(stream.count()).isEqualTo(size);
        assertThat(stream.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(stream.sha256());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void manyStreamsAtATimeDoNotMix(int streams) throws Exception {
        DigestedStream[] open = new DigestedStream[streams];
        for (int i = 0; i < streams; i++) {
            open[i] = new DigestedStream(new ByteArrayInputStream(new byte[100_000 + i]));
        }
        for (int round = 0; round < 100_000 + streams; round += 1_000) {
            for (DigestedStream stream : open) {
                stream.readNBytes(1_000);
            }
        }
        for (int i = 0; i < streams; i++) {
            byte[] expected = MessageDigest.getInstance("SHA-256").digest(new byte[100_000 + i]);
            assertThat(open[i].sha256()).isEqualTo(HexFormat.of().formatHex(expected));
        }
    }
}
