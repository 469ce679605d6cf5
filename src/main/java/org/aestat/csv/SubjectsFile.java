package org.aestat.csv;

import java.io.Closeable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file of patients, one row each, whose columns are added to every session of the patient. */
public final class SubjectsFile implements Closeable {

    private final String name;
    private final ExportRecords opened;
    private final List<String> labels;
    private final List<String> normal;
    private final Set<String> identifying;
    private final int[] keyPlaces;
    private final Map<String, List<String>> subjects = new HashMap<>();
    private final Set<String> met = new HashSet<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private long rows;

    private SubjectsFile(String name, ExportRecords opened, ReadOptions options) {
        this.name = name;
        this.opened = opened;
        this.labels = opened.labels();
        this.normal = labels.stream().map(CanonicalColumns::normalise).toList();
        this.identifying = Preset.identifying(options);
        this.keyPlaces = keyPlaces(name, opened, options);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, which are not closed; otherwise null
     * @param options how to read it
     * @throws InputException if the file cannot be opened or has no column of patients
     */
    public static SubjectsFile open(InputSource source, @Nullable InputStream standardInput, ReadOptions options) {
        ExportRecords opened =
                ExportRecords.open(source, standardInput, options, labels -> !Arrays.stream(places(labels, options))
                        .anyMatch(place -> place < 0));
        try {
            return new SubjectsFile(source.name(), opened, options);
        } catch (InputException e) {
            opened.close();
            throw e;
        }
    }

    private static List<String> keys(List<String> labels, ReadOptions options) {
        ColumnMapping mapped = Preset.ofSessions(options, labels).columns().get(CanonicalColumns.PATIENT_ID);
        return mapped == null ? List.of(CanonicalColumns.PATIENT_ID) : mapped.headers();
    }

    private static int[] places(List<String> labels, ReadOptions options) {
        List<String> normal = labels.stream().map(CanonicalColumns::normalise).toList();
        return keys(labels, options).stream()
                .mapToInt(header -> normal.indexOf(CanonicalColumns.normalise(header)))
                .toArray();
    }

    private static int[] keyPlaces(String file, ExportRecords opened, ReadOptions options) {
        int[] places = places(opened.labels(), options);
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                throw new InputException(
                        file,
                        opened.headerLine(),
                        "there is no column '" + keys(opened.labels(), options).get(i)
                                + "', by which sessions and subjects are joined.");
            }
        }
        return places;
    }

    /** The records of an export, each with the fields of its patient. */
    SubjectRecords join(String file, ExportRecords export, ReadOptions options) {
        return new SubjectRecords(file, export, keyPlaces(file, export, options), this);
    }

    /** The columns that an export does not have itself. */
    List<String> labelsBeside(List<String> others) {
        Set<String> left = new HashSet<>(identifying);
        others.forEach(label -> left.add(CanonicalColumns.normalise(label)));
        return labels.stream()
                .filter(label -> !left.contains(CanonicalColumns.normalise(label)))
                .toList();
    }

    /** Reads all rows. Of a patient with several, the later ones are rejected. */
    public void read() {
        opened.text().goOn();
        List<String> fields = new ArrayList<>();
        Cell cell = new Cell();
        RecordSource.FieldSink sink = (index, buffer, offset, length) -> {
            cell.set(buffer, offset, length);
            fields.add(cell.toString());
        };
        while (opened.records().next(sink)) {
            rows++;
            take(fields);
            fields.clear();
        }
    }

    private void take(List<String> fields) {
        if (fields.size() != labels.size()) {
            RecordSource records = opened.records();
            problems.add(RowProblem.ofFields(name, records.line(), fields.size(), labels.size(), records));
            return;
        }
        List<String> key = Arrays.stream(keyPlaces).mapToObj(fields::get).toList();
        if (key.contains("")) {
            problem(
                    ProblemCode.PATIENT_MISSING,
                    labels.get(keyPlaces[key.indexOf("")]),
                    "blank",
                    ValueKind.ID.expected());
        } else if (subjects.putIfAbsent(String.join("\0", key), List.copyOf(fields)) != null) {
            problem(
                    ProblemCode.PATIENT_REPEATED,
                    labels.get(keyPlaces[0]),
                    "a patient that an earlier row has",
                    "one row for each patient");
        }
    }

    private void problem(ProblemCode code, String column, String found, String expected) {
        problems.add(new RowProblem(code, name, opened.records().line(), column, found, expected, ""));
    }

    /** The fields of a patient who has a session, or null if there is no such patient. */
    @Nullable
    List<String> meet(String key, List<String> columns) {
        List<String> fields = subjects.get(key);
        if (fields == null) {
            return null;
        }
        met.add(key);
        return columns.stream()
                .map(label -> fields.get(normal.indexOf(CanonicalColumns.normalise(label))))
                .toList();
    }

    /** What the preset took the columns for, one sentence each; none without a preset. */
    public List<String> decisions() {
        List<String> left = IntStream.range(0, labels.size())
                .filter(place -> identifying.contains(normal.get(place)))
                .mapToObj(labels::get)
                .toList();
        return left.isEmpty()
                ? List.of()
                : List.of("Columns that tell who somebody is are left out: " + String.join(", ", left) + ".");
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** How many rows it has. */
    public long rows() {
        return rows;
    }

    /** How many of them are of patients with a session. */
    public long used() {
        return met.size();
    }

    /** Why rows were rejected. */
    public List<RowProblem> problems() {
        return problems;
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
