package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.aestat.csv.InputSource;
import org.aestat.csv.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are read several at a time are, with the first fault, what they are one after the other. */
class SeveralFilesTest {

    private static final String HEADER = "session_id,patient_id,session_number,condition,bruising\n";
    private static final String DAMAGED_GZIP = "the gzip data is damaged or cut short. Copy or export the file again.";

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWhatTheyAreInTurn(int seed) throws IOException {
        Random random = new Random(seed);
        List<InputSource> sources = new ArrayList<>();
        int files = 2 + random.nextInt(8);
        boolean damage = random.nextInt(3) == 0;
        for (int file = 0; file < files; file++) {
            byte[] bytes = (HEADER + rows(random, file)).getBytes(StandardCharsets.UTF_8);
            byte[] stored = random.nextBoolean() ? bytes : members(bytes, random);
            sources.add(source(file, damage && random.nextInt(3) == 0 ? damaged(stored, random) : stored));
        }
        assertSame(sources, random);
    }

    @Test
    void nameTheFaultOfTheFirstFile() throws IOException {
        Random random = new Random(1);
        byte[] good = members((HEADER + "S1,P1,1,a,yes\n".repeat(5000)).getBytes(StandardCharsets.UTF_8), random);
        byte[] late = Arrays.copyOf(good, good.length - 1);
        byte[] early = (HEADER + "S1,P1,1,a,\"yes\"x\n").getBytes(StandardCharsets.UTF_8);
        String expected =
                assertSame(List.of(source(0, good), source(1, late), source(2, early), source(3, early)), random);
        assertThat(expected).isEqualTo("export1.csv, line 5002: " + DAMAGED_GZIP);
    }

    @Test
    void repeatedSessionsAreThoseOfTheLaterFile() throws IOException {
        StringBuilder many = new StringBuilder(HEADER);
        for (int row = 1; row <= 3000; row++) {
            many.append('S').append(row).append(",P1,1,a,yes\n");
        }
        byte[] first = many.toString().getBytes(StandardCharsets.UTF_8);
        byte[] second = (HEADER + "S1,P2,2,b,yes\n").getBytes(StandardCharsets.UTF_8);
        String expected = assertSame(List.of(source(0, first), source(1, second)), new Random(2));
        assertThat(expected)
                .contains("export1.csv, line 2, column session_id: found the id of export0.csv, line 2, expected");
    }

    private String assertSame(List<InputSource> sources, Random random) {
        DataRequest request = BlockReadingTest.request(sources, ReadOptions.DEFAULT, List.of(), null);
        String expected = BlockReadingTest.read(new DataSetReader(InputStream.nullInputStream()), request);
        for (int threads = 2; threads <= 8; threads++) {
            int size = 1 + random.nextInt(1 << random.nextInt(13));
            DataSetReader reader = new DataSetReader(InputStream.nullInputStream(), threads, size);
            assertThat(BlockReadingTest.read(reader, request))
                    .as("blocks of %d bytes, %d threads", size, threads)
                    .isEqualTo(expected);
        }
        return expected;
    }

    private InputSource source(int file, byte[] bytes) throws IOException {
        String name = "export" + file + ".csv";
        return new InputSource(name, Files.write(folder.resolve(name), bytes));
    }

    private static String rows(Random random, int file) {
        StringBuilder rows = new StringBuilder();
        for (int row = random.nextInt(1 << random.nextInt(10)); row > 0; row--) {
            rows.append("S")
                    .append(random.nextInt(20) == 0 ? 0 : file)
                    .append('-')
                    .append(row);
            rows.append(",P").append(random.nextInt(50)).append(',').append(1 + random.nextInt(9));
            rows.append(",pain ").append(random.nextInt(30)).append(random.nextInt(30) == 0 ? ",?\n" : ",no\n");
        }
        return rows.toString();
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int place = HEADER.length() + random.nextInt(bytes.length - HEADER.length() + 1);
        byte[] damaged = Arrays.copyOf(bytes, place + random.nextInt(2));
        if (damaged.length > place) {
            damaged[place] = (byte) 0xFF;
        }
        return damaged;
    }

    private static byte[] members(byte[] bytes, Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int start = 0;
        while (start < bytes.length) {
            int length = Math.min(bytes.length - start, 1 + random.nextInt(bytes.length));
            try (GZIPOutputStream member = new GZIPOutputStream(all)) {
                member.write(bytes, start, length);
            }
            start += length;
        }
        return all.toByteArray();
    }
}
