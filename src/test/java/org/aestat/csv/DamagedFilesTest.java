package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, compression, and everything that ends the reading of a file. */
class DamagedFilesTest {

    private static final String HEADER = "patient_id,session_number,condition\n";
    private static final String DAMAGED_GZIP = "the gzip data is damaged or cut short. Copy or export the file again.";

    private static void assertEnds(byte[] bytes, ReadOptions options, long line, String problem) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Reading.of(bytes, options))
                .withMessage("clinic.csv, line " + line + ": " + problem)
                .withNoCause();
    }

    private static void assertEnds(String text, long line, String problem) {
        assertEnds(Reading.utf8(text), ReadOptions.DEFAULT, line, problem);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,1,x\n2,1,\"open\n3,1,x\n",
                "1,1,x\n2,1,\"open",
                "1,1,x\n2,1,\"open \"\" \n",
                "1,1,x\n2,\"\n\n\n"
            })
    void anUnclosedQuote(String rows) {
        assertEnds(
                HEADER + rows,
                3,
                "a quoted field is not closed. Put a quote after its end,"
                        + " or write a quote that is part of the text twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,1,x\n2,1,\"secret\"s\n", "1,1,x\n2,1,\"a\nb\" \n"})
    void textAfterAClosingQuote(String rows) {
        assertEnds(
                HEADER + rows,
                3,
                "text after the closing quote of a field. Write a quote that is part of the text twice.");
    }

    @Test
    void aFaultyHeader() {
        assertEnds(
                "patient_id,\"session_number\nx\n",
                1,
                "a quoted field is not closed. Put a quote after its end,"
                        + " or write a quote that is part of the text twice.");
        assertEnds(
                "patient_id,\"session_number\" ;x\n",
                1,
                "the delimiter is not clear, because more than one of comma, semicolon, tab, | and ^ stands in the header"
                        + " and the required columns are found with none of them. Give it with --delimiter.");
    }

    @Test
    void quotesWithinUnquotedFieldsAreText() {
        assertThat(Reading.of(HEADER + "1,1,5\" needle\n", "condition").category("condition"))
                .containsExactly("5\" needle");
    }

    @Test
    void aFieldHasALimit() {
        String longest = "x".repeat(1 << 20);
        assertThat(Reading.of(HEADER + "1,1," + longest + "\n", "condition").category("condition"))
                .containsExactly(longest);
        assertThat(Reading.of(HEADER + "1,1,\"" + "\"\"".repeat(1 << 20) + "\"\n", "condition")
                        .category("condition"))
                .containsExactly("\"".repeat(1 << 20));
        assertEnds(
                HEADER + "1,1," + longest + "x\n",
                2,
                "a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed.");
        assertEnds(
                HEADER + "1,1,a\n2,1,\"" + longest.repeat(4) + "\n",
                3,
                "a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed.");
    }

    @Test
    void aRecordHasLimits() {
        String field = "x".repeat(1 << 20);
        assertEnds(
                HEADER + "1,1,a\n" + (field + ",").repeat(3) + field + "\n",
                3,
                "a record is longer than 4,194,304 characters. Perhaps this is not a CSV file.");
        String most = "x,".repeat((1 << 14) - 1) + "x\n";
        assertThat(Reading.of(HEADER + most).problem())
                .startsWith("clinic.csv, line 2: found 16384 fields, expected 3 fields.");
        assertEnds(HEADER + "x," + most, 2, "a record has more than 16,384 fields. Perhaps this is not a CSV file.");
    }

    @Test
    void anEndlessHeader() {
        assertEnds(
                "patient_id,\"" + "x".repeat(5 << 20) + "\"\n",
                1,
                "a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed.");
    }

    @Test
    void rowsBeforeAFaultAreHandedOver() {
        ExportReader reader = Reading.open(
                concat(Reading.utf8(HEADER + "1,1,x\r\n2,1,\r3,1,"), bytes(0xC3, 0x28, '\n')), ReadOptions.DEFAULT);
        SessionTable table = new SessionTable(new SessionLayout(List.of(), List.of(), List.of(), Set.of()));
        List<Long> lines = new ArrayList<>();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> reader.read(table, new RowSink() {
                    @Override
                    public void session(SessionDraft draft, long line) {
                        lines.add(line);
                    }

                    @Override
                    public void excluded(int reason, long line) {}

                    @Override
                    public void rejected(List<RowProblem> problems) {}
                }))
                .withMessage("clinic.csv, line 4: a character is not valid UTF-8."
                        + " Give the encoding of the file, for example --encoding windows-1252.");
        assertThat(lines).containsExactly(2L, 3L);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::sha256);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 8191, 8192, 8193, 20_000})
    void malformedBytesHaveTheirLine(int rows) {
        byte[] good = Reading.utf8(HEADER + "1,1,Nacken ä\r\n".repeat(rows));
        assertEnds(
                concat(good, bytes('2', ',', 0xFF), good),
                ReadOptions.DEFAULT,
                rows + 2L,
                "a character is not valid UTF-8. Give the encoding of the file, for example --encoding windows-1252.");
    }

    @Test
    void aCharacterCutShortIsMalformed() {
        assertEnds(
                concat(Reading.utf8(HEADER + "1,1,a\n2,1,"), bytes(0xC3)),
                ReadOptions.DEFAULT,
                3,
                "a character is not valid UTF-8. Give the encoding of the file, for example --encoding windows-1252.");
    }

    @Test
    void aByteWithoutMeaningInWindows1252() {
        assertEnds(
                concat(Reading.utf8(HEADER), bytes('1', ',', '1', ',', 0x81)),
                Reading.in(Charset.forName("windows-1252")),
                2,
                "a character is not valid windows-1252. Give the encoding of the file, for example --encoding UTF-8.");
    }

    @Test
    void aNulCharacter() {
        String problem = "a NUL character. The file is damaged, or its encoding is not UTF-8;"
                + " UTF-16 for example needs --encoding UTF-16LE.";
        assertEnds(HEADER + "1,1,a\n2,\0,b\n", 3, problem);
        assertEnds(HEADER + "1,1,\"a\nb\0\"\n", 3, problem);
        assertEnds(concat("patient_id".getBytes(StandardCharsets.UTF_16LE)), ReadOptions.DEFAULT, 1, problem);
        assertEnds(concat(Reading.utf8(HEADER + "1,\0"), bytes(0xFF)), ReadOptions.DEFAULT, 2, problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"windows-1252", "ISO-8859-1", "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void otherEncodingsByOption(String encoding) {
        Charset charset = Charset.forName(encoding);
        byte[] bytes = (HEADER + "1,1,Schläfe\n").getBytes(charset);
        assertThat(Reading.of(bytes, Reading.in(charset), "condition").category("condition"))
                .containsExactly("Schläfe");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-16LE, UTF-16LE",
        "UTF-16LE, UTF-16",
        "UTF-16BE, UTF-16BE",
        "UTF-16BE, UTF-16",
        "UTF-32LE, UTF-32LE",
        "UTF-32BE, UTF-32"
    })
    void aByteOrderMarkIsLeftOut(String written, String option) {
        byte[] bytes = ("\uFEFF" + HEADER + "1,1,ä\n").getBytes(Charset.forName(written));
        assertThat(Reading.of(bytes, Reading.in(Charset.forName(option)), "condition")
                        .category("condition"))
                .containsExactly("ä");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, windows-1252",
        "UTF-16LE, UTF-8",
        "UTF-16BE, UTF-8",
        "UTF-32LE, UTF-8",
        "UTF-32BE, UTF-8",
        "UTF-16BE, UTF-16LE"
    })
    void aByteOrderMarkOfAnotherEncoding(String written, String option) {
        assertEnds(
                ("\uFEFF" + HEADER).getBytes(Charset.forName(written)),
                Reading.in(Charset.forName(option)),
                1,
                "the file starts with the byte-order mark of " + written + ", which is not " + option
                        + ". Give --encoding " + written + ".");
    }

    @Test
    void onlyAByteOrderMark() {
        assertEnds("\uFEFF", 1, "the file is empty; its first line should name the columns.");
    }

    @Test
    void gzipIsSeenByItsFirstBytes() throws Exception {
        byte[] content = Reading.utf8("\uFEFF" + HEADER + "1,1,ä\n".repeat(50_000));
        byte[] stored = Reading.gzip(content);
        Reading reading = Reading.of(stored, ReadOptions.DEFAULT);
        assertThat(reading.table().size()).isEqualTo(50_000);
        assertThat(reading.reader().bytes()).isEqualTo(stored.length);
        assertThat(reading.reader().sha256()).isEqualTo(sha256(stored));
        assertThat(reading.reader().contentSha256()).isEqualTo(sha256(content));
    }

    @Test
    void plainFilesHaveOneChecksum() throws Exception {
        byte[] content = Reading.utf8(HEADER + "1,1,x\n".repeat(20_000));
        ExportReader reader = Reading.of(content, ReadOptions.DEFAULT).reader();
        assertThat(reader.bytes()).isEqualTo(content.length);
        assertThat(reader.sha256()).isEqualTo(sha256(content));
        assertThat(reader.contentSha256()).isSameAs(reader.sha256());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void gzipMembersAreOneFile() {
        byte[] stored = concat(
                Reading.gzip(Reading.utf8(HEADER + "1,1,")),
                Reading.gzip(new byte[0]),
                Reading.gzip(Reading.utf8("a\n2,1,b\n")));
        assertThat(Reading.of(stored, ReadOptions.DEFAULT, "condition").category("condition"))
                .containsExactly("a", "b");
    }

    @Test
    void gzipHeadersMayHaveAllOptionalParts() {
        byte[] content = Reading.utf8(HEADER + "1,1,a\n");
        byte[] stored = concat(
                bytes(0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 'c', 0, 7, 7), deflated(content));
        assertThat(Reading.of(stored, ReadOptions.DEFAULT).lines()).containsExactly(2L);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] compressed = new byte[1000];
        int size = deflater.deflate(compressed);
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(content);
        long sum = crc.getValue();
        return concat(
                Arrays.copyOf(compressed, size),
                bytes((int) sum, (int) (sum >> 8), (int) (sum >> 16), (int) (sum >> 24), content.length, 0, 0, 0));
    }

    @Test
    void gzipCutAnywhereIsNeverComplete() {
        byte[] first = Reading.gzip(Reading.utf8(HEADER + "1,1,a\n"));
        byte[] stored = concat(first, Reading.gzip(Reading.utf8("2,1,b\n")));
        for (int size = 2; size < stored.length; size++) {
            byte[] cut = Arrays.copyOf(stored, size);
            if (size == first.length) {
                assertThat(Reading.of(cut, ReadOptions.DEFAULT).lines()).containsExactly(2L);
            } else {
                assertThatExceptionOfType(InputException.class)
                        .as("cut after %d bytes", size)
                        .isThrownBy(() -> Reading.of(cut, ReadOptions.DEFAULT))
                        .withMessageEndingWith(": " + DAMAGED_GZIP);
            }
        }
    }

    @Test
    void gzipFaultsHaveTheLineReached() {
        byte[] stored = Reading.gzip(Reading.utf8(HEADER + "1,1,a\n".repeat(9)));
        byte[] wrongSum = stored.clone();
        wrongSum[stored.length - 8] ^= 1;
        byte[] wrongSize = stored.clone();
        wrongSize[stored.length - 1] ^= 1;
        assertEnds(wrongSum, ReadOptions.DEFAULT, 11, DAMAGED_GZIP);
        assertEnds(wrongSize, ReadOptions.DEFAULT, 11, DAMAGED_GZIP);
        assertEnds(concat(stored, new byte[1]), ReadOptions.DEFAULT, 11, DAMAGED_GZIP);
        assertEnds(concat(stored, new byte[20_000]), ReadOptions.DEFAULT, 11, DAMAGED_GZIP);
        assertEnds(concat(stored, Arrays.copyOf(stored, 12)), ReadOptions.DEFAULT, 11, DAMAGED_GZIP);
        byte[] wrongMethod = stored.clone();
        wrongMethod[2] = 7;
        assertEnds(wrongMethod, ReadOptions.DEFAULT, 1, DAMAGED_GZIP);
        byte[] garbage = concat(Arrays.copyOf(stored, 10), bytes(0xFF, 0xFF, 0xFF, 0xFF, 0xFF));
        assertEnds(garbage, ReadOptions.DEFAULT, 1, DAMAGED_GZIP);
    }

    @Test
    void aFailingStream() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ExportReader.open(Reading.CLINIC, failing, ReadOptions.DEFAULT))
                .withMessage("clinic.csv, line 1: reading failed: Input/output error.");
        InputStream later =
                new SequenceInputStream(new ByteArrayInputStream(Reading.utf8(HEADER + "1,1,a\n2,1")), failing);
        ExportReader reader = ExportReader.open(Reading.CLINIC, later, ReadOptions.DEFAULT);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Reading.of(reader))
                .withMessage("clinic.csv, line 3: reading failed: Input/output error.");
    }

    @Test
    void filesThatCannotBeOpened(@TempDir Path folder) throws IOException {
        assertCannotOpen(folder.resolve("no.csv"), "x.csv: no such file.");
        assertCannotOpen(folder, "x.csv: is a directory.");
        Path loop = folder.resolve("loop.csv");
        Files.createSymbolicLink(loop, loop);
        assertCannotOpen(
                loop,
                "x.csv: reading failed: " + loop + ": Too many levels of symbolic links"
                        + " or unable to access attributes of symbolic link.");
    }

    @Test
    void aFileThatMayNotBeRead(@TempDir Path folder) throws IOException {
        Path secret = folder.resolve("secret.csv");
        Files.writeString(secret, HEADER);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(secret), "root may read every file");
        assertCannotOpen(secret, "x.csv: reading it is not permitted.");
    }

    private static void assertCannotOpen(Path path, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ExportReader.open(new InputSource("x.csv", path), null, ReadOptions.DEFAULT))
                .withMessage(message)
                .satisfies(e -> assertThat(e.line()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"0, \\d+", "1, \\d+", "45036, 5002", "49999, 5553", "89999, 9997"})
    void aFileThatBecomesShorter(int bytes, String line, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), HEADER + "1234,1,a\n".repeat(9996));
        try (ExportReader reader = ExportReader.open(new InputSource("x.csv", file), null, ReadOptions.DEFAULT);
                FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            other.truncate(bytes);

            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> Reading.of(reader))
                    .withMessageMatching("x\\.csv, line " + line + ": the file became shorter while it was read\\."
                            + " Give a copy that no other program writes to\\.");
        }
    }

    @Test
    void aFileThatBecomesLongerIsReadToItsEnd(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), HEADER + "1,1,a\n");
        try (ExportReader reader = ExportReader.open(new InputSource("x.csv", file), null, ReadOptions.DEFAULT)) {
            Files.writeString(file, "2,1,b\n", StandardOpenOption.APPEND);

            assertThat(Reading.of(reader, "condition").category("condition")).containsExactly("a", "b");
        }
    }

    @Test
    void standardInputIsNotClosed() {
        List<String> closed = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(Reading.utf8(HEADER)) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };
        ExportReader.open(Reading.CLINIC, in, ReadOptions.DEFAULT).close();
        assertThat(closed).isEmpty();
    }

    @Test
    void filesAreClosed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, HEADER + "1,1,a\n".repeat(100_000));
        ExportReader reader = ExportReader.open(new InputSource("a.csv", file), null, ReadOptions.DEFAULT);
        reader.close();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Reading.of(reader))
                .withMessageEndingWith(": reading failed: ClosedChannelException.");
    }
}
