package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.InputException;
import org.aestat.csv.InputSource;
import org.aestat.csv.Mapping;
import org.aestat.csv.ReadOptions;
import org.aestat.pipeline.DataRequest.Condition;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read block by block, on any number of threads, random exports are what they are read in one go. */
class BlockReadingTest {

    private static final String HEADER = "session_id,patient_id,session_date,session_number,site,therapist,condition,"
            + "bruising,fatigue,pain_before,soreness_hours,note,status";
    private static final String[] NOTES = {
        "fine",
        "5\" needle",
        "\"quoted\"",
        "\"a, b\"",
        "\"two\nlines\"",
        "\"three\r\nor\rmore\n\nlines\"",
        "\"says \"\"no\"\"\"",
        "",
        "größer",
    };
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final Mapping MAPPING =
            Mapping.parse("m.toml", "[rows.exclude]\nstatus = [\"cancelled\", \"moved\"]\n");
    private static final Mapping EACH_ROW = Mapping.parse("m.toml", "[rows]\npatient = \"each-row\"\n");

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatItIsInOneGo(int seed) throws IOException {
        Random random = new Random(seed);
        ReadOptions reading = options(random);
        List<InputSource> sources = new ArrayList<>();
        for (int file = 0; file <= random.nextInt(3); file++) {
            Path path = folder.resolve("export" + file + ".csv");
            Charset charset = reading.encoding() == null ? StandardCharsets.UTF_8 : reading.encoding();
            String text = export(random, file);
            byte[] bytes =
                    (reading.mapping() == EACH_ROW ? text.replace("patient_id", "somebody") : text).getBytes(charset);
            Files.write(path, random.nextInt(4) == 0 ? members(bytes, random) : bytes);
            sources.add(new InputSource(path.getFileName().toString(), path));
        }
        DataRequest request = request(sources, reading, random);
        String expected = read(new DataSetReader(InputStream.nullInputStream()), request);
        for (int size : new int[] {1, 2 + random.nextInt(60), 100 + random.nextInt(1000), 1 << 14}) {
            int threads = 2 + random.nextInt(7);
            String found = read(new DataSetReader(InputStream.nullInputStream(), threads, size), request);
            assertThat(found)
                    .as("blocks of %d bytes, %d threads", size, threads)
                    .isEqualTo(expected);
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("an open quote", "p1,1,\"no end\np2,1,x\n"),
                Arguments.of("text after a quote", "p1,1,x\np2,1,\"x\"y\np3,1,x\n"),
                Arguments.of("a NUL", "p1,1,x\np2,1,x\u0000\np3,1,x\n"),
                Arguments.of("a damaged character", "p1,1,x\np2,1,x\u00FF\np3,1,x\n"),
                Arguments.of("a damaged character after an error", "p1,1,x\np2,1,\"x\"y\np3,1,\u00FF\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void failsAsInOneGo(String what, String rows) throws IOException {
        byte[] bytes = ("patient_id,session_number,note\n" + rows).getBytes(StandardCharsets.ISO_8859_1);
        DataRequest request = request(
                List.of(new InputSource("export.csv", Files.write(folder.resolve("export.csv"), bytes))),
                ReadOptions.DEFAULT,
                List.of(),
                null);
        String expected = read(new DataSetReader(InputStream.nullInputStream()), request);
        assertThat(expected).as(what).startsWith("export.csv, line ");
        for (int size = 1; size <= bytes.length; size++) {
            assertThat(read(new DataSetReader(InputStream.nullInputStream(), 2, size), request))
                    .as("%s, blocks of %d bytes", what, size)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "line end {index}")
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void namesTheFirstOfTwoFaults(String end) throws IOException {
        String text = "patient_id,session_number,note" + end + "p1,1,\u00FF" + end;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] bytes = packed.toByteArray();
        bytes[bytes.length - 1] ^= 1;
        DataRequest request = request(
                List.of(new InputSource("export.csv", Files.write(folder.resolve("export.csv"), bytes))),
                ReadOptions.DEFAULT,
                List.of(),
                null);
        String expected = read(new DataSetReader(InputStream.nullInputStream()), request);
        assertThat(expected).startsWith("export.csv, line 2: a character is not valid UTF-8.");
        for (int size = 1; 4 * size < bytes.length; size++) {
            assertThat(read(new DataSetReader(InputStream.nullInputStream(), 2, size), request))
                    .as("blocks of %d bytes", size)
                    .isEqualTo(expected);
        }
    }

    @Test
    void refusesMoreSessionsThanATableCanHold() throws IOException {
        String rows = "P1,1\n".repeat(2000);
        InputSource source = new InputSource(
                "export.csv", Files.writeString(folder.resolve("export.csv"), "patient_id,session_number\n" + rows));
        DataRequest request = request(List.of(source), ReadOptions.DEFAULT, List.of(), null);
        for (int threads = 1; threads <= 3; threads++) {
            assertThat(read(new DataSetReader(InputStream.nullInputStream(), threads, 100, 1999), request))
                    .isEqualTo(
                            "Nothing was analysed: there are more than 1,999 sessions, the most that one run can hold."
                                    + " Give fewer files, or each period or site a run of its own.");
            assertThat(new DataSetReader(InputStream.nullInputStream(), threads, 100, 2000)
                            .read(request)
                            .table()
                            .size())
                    .isEqualTo(2000);
        }
    }

    /** Blocks with more forms of ids than are kept as numbers, each with others of them. */
    @Test
    void patientsAreTheSameWhateverTheFormsOfTheirIds() throws IOException {
        Random random = new Random(17);
        StringBuilder text = new StringBuilder("patient_id,session_number\n");
        Set<String> patients = new HashSet<>();
        for (int row = 0; row < 12_000; row++) {
            int form = random.nextInt(700);
            String patient = "" + (char) ('a' + form % 26) + (char) ('a' + form / 26) + random.nextInt(3);
            patients.add(patient);
            text.append(patient).append(",1\n");
        }
        DataRequest request = request(
                List.of(new InputSource("export.csv", Files.writeString(folder.resolve("export.csv"), text))),
                ReadOptions.DEFAULT,
                List.of(),
                null);
        DataSet expected = new DataSetReader(InputStream.nullInputStream()).read(request);
        assertThat(expected.table().patients().size()).isEqualTo(patients.size());
        for (int threads = 2; threads <= 5; threads++) {
            SessionTable found = new DataSetReader(InputStream.nullInputStream(), threads, 1 << 13)
                    .read(request)
                    .table();
            assertThat(IntStream.range(0, found.size()).map(found::patient))
                    .containsExactlyElementsOf(IntStream.range(0, found.size())
                            .mapToObj(expected.table()::patient)
                            .toList());
        }
    }

    private static ReadOptions options(Random random) {
        Mapping mapping = random.nextInt(6) == 0 ? EACH_ROW : random.nextBoolean() ? MAPPING : Mapping.NONE;
        Charset encoding = random.nextInt(4) == 0 ? StandardCharsets.ISO_8859_1 : null;
        return new ReadOptions(mapping, encoding, random.nextBoolean() ? ',' : null, false, null);
    }

    private static String export(Random random, int file) {
        String end = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        StringBuilder text = new StringBuilder();
        for (int blank = random.nextInt(3); blank > 0; blank--) {
            text.append(end);
        }
        text.append(HEADER.replace("note", random.nextBoolean() ? "note" : "\"a note,\nshort\""))
                .append(end);
        for (int row = random.nextInt(200); row > 0; row--) {
            text.append(row(random, file, row)).append(random.nextInt(12) == 0 ? end + end : end);
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    private static String row(Random random, int file, int row) {
        String id =
                switch (random.nextInt(8)) {
                    case 0 -> "";
                    case 1 -> "visit-" + random.nextInt(5);
                    case 2 -> "S" + "7".repeat(16) + random.nextInt(3);
                    case 3 -> "äö" + random.nextInt(4);
                    default -> "S" + file + "-" + row;
                };
        return String.join(
                        ",",
                        id,
                        patient(random),
                        random.nextInt(30) == 0
                                ? "31.01.2025"
                                : LocalDate.of(2024, 1, 1)
                                        .plusDays(random.nextInt(300))
                                        .toString(),
                        String.valueOf(1 + random.nextInt(9)),
                        random.nextBoolean() ? "A" : "B",
                        "T" + random.nextInt(4),
                        random.nextInt(5) == 0 ? "" : "pain " + random.nextInt(4),
                        List.of("yes", "no", "", "mild", "severe", "1", "perhaps")
                                .get(random.nextInt(random.nextInt(9) == 0 ? 7 : 6)),
                        random.nextBoolean() ? "yes" : "no",
                        String.valueOf(random.nextInt(11)),
                        String.valueOf(random.nextInt(80)),
                        NOTES[random.nextInt(NOTES.length)],
                        List.of("cancelled", "moved", "held").get(random.nextInt(3)))
                + (random.nextInt(50) == 0 ? ",more" : "");
    }

    private static String patient(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> "";
            case 1, 2 -> "P" + "7".repeat(16) + random.nextInt(3);
            case 3, 4 -> "Ä" + random.nextInt(3);
            case 5, 6 -> "p-0" + random.nextInt(3) + "/" + random.nextInt(3);
            default -> "P" + random.nextInt(30);
        };
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

    private static DataRequest request(List<InputSource> sources, ReadOptions reading, Random random) {
        List<Condition> where = random.nextInt(3) == 0
                ? List.of(new Condition("condition", "pain 1"), new Condition("condition", "no such pain"))
                : List.of();
        return request(sources, reading, where, random.nextInt(3) == 0 ? LocalDate.of(2024, 5, 1) : null);
    }

    static DataRequest request(List<InputSource> sources, ReadOptions reading, List<Condition> where, LocalDate from) {
        return new DataRequest(
                sources,
                null,
                null,
                reading,
                List.of(),
                List.of(),
                where,
                List.of(),
                from,
                null,
                ClusterLevel.PATIENT,
                RejectionLimit.parse("100%").orElseThrow());
    }

    /** Everything that was read, or why not. */
    static String read(DataSetReader reader, DataRequest request) {
        try {
            DataSet data = reader.read(request);
            StringBuilder all = new StringBuilder();
            all.append(data.inputs())
                    .append(data.rejections().lines())
                    .append(data.rejections().total());
            all.append(data.warnings()).append(data.table().lastDate()).append('\n');
            SessionTable table = data.table();
            for (int row = 0; row < table.size(); row++) {
                describe(table.session(row), table, all);
            }
            return all.toString();
        } catch (InputException | DataException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void describe(Session session, SessionTable table, StringBuilder all) {
        all.append(table.patients().text(table.patient(session.row())))
                .append('/')
                .append(table.patient(session.row()));
        all.append(' ')
                .append(session.isUsed())
                .append(' ')
                .append(session.date())
                .append(' ')
                .append(session.number());
        all.append(' ')
                .append(session.therapist())
                .append(' ')
                .append(session.courseId())
                .append(' ');
        all.append(session.painBefore())
                .append(' ')
                .append(session.relief())
                .append(' ')
                .append(session.outcome());
        for (int category = 0; category < table.layout().categories().size(); category++) {
            all.append(' ').append(session.category(category)).append('=').append(session.categoryText(category));
        }
        for (int event = 0; event < table.layout().events().size(); event++) {
            all.append(' ').append(session.answer(event)).append(':').append(session.grade(event));
        }
        all.append(' ').append(session.soreness(SorenessForm.DURATION)).append('\n');
    }
}
