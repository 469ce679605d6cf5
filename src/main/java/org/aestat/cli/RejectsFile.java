package org.aestat.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aestat.csv.CsvRow;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.RowProblem;
import org.aestat.pipeline.RejectedRows;
import org.aestat.render.Sanitizer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of rejected rows: why each was rejected, then its own cells. From its first byte only the owner can read
 * it, where the file system knows owners; it takes its name when it is whole, and is gone if the run is stopped before.
 */
final class RejectsFile implements RejectedRows, Closeable {

    private static final List<String> REASONS = List.of(
            "rejected_file",
            "rejected_line",
            "rejected_code",
            "rejected_column",
            "rejected_found",
            "rejected_expected");
    private static final String SURPLUS = "rejected_more_fields";
    private static final String BETWEEN = " | ";

    private final TargetFile target;
    private final Path path;
    private final Path temporary;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<List<String>> keysOfFiles = new ArrayList<>();
    private @Nullable Writer out;

    /**
     * A file that is not there yet.
     *
     * @param target the file, checked
     * @param directory the working directory
     */
    RejectsFile(TargetFile target, Path directory) {
        this.target = target;
        this.path = real(target.path(directory));
        this.temporary = TargetFile.beside(path);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw target.refused("is no regular file");
        }
    }

    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            return path;
        }
    }

    @Override
    public void begin(List<List<String>> headers) {
        List<String> labels = new ArrayList<>(REASONS);
        for (List<String> header : headers) {
            List<String> keys = header.stream().map(ExportColumns::comparable).toList();
            keysOfFiles.add(keys);
            for (int i = 0; i < keys.size(); i++) {
                if (isOfExport(keys.get(i)) && places.putIfAbsent(keys.get(i), places.size()) == null) {
                    labels.add(header.get(i));
                }
            }
        }
        labels.add(SURPLUS);
        try {
            out = open(temporary);
            temporary.toFile().deleteOnExit();
        } catch (IOException e) {
            throw target.refused("cannot be written");
        }
        write(labels);
    }

    private static Writer open(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return new BufferedWriter(Channels.newWriter(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes),
                StandardCharsets.UTF_8));
    }

    /** Whether a column holds cells of the export, and not reasons of an earlier rejection. */
    private static boolean isOfExport(String key) {
        return !REASONS.contains(key) && !key.equals(SURPLUS);
    }

    @Override
    public void row(int file, List<RowProblem> problems, List<String> cells) {
        List<String> keys = keysOfFiles.get(file);
        List<String> own = new ArrayList<>(Collections.nCopies(places.size(), ""));
        int known = Math.min(keys.size(), cells.size());
        for (int i = 0; i < known; i++) {
            Integer place = places.get(keys.get(i));
            if (place != null) {
                own.set(place, cells.get(i));
            }
        }
        RowProblem first = problems.get(0);
        List<String> fields = new ArrayList<>();
        fields.add(first.file());
        fields.add(Long.toString(first.line()));
        fields.add(joined(problems, problem -> problem.code().code()));
        fields.add(joined(problems, problem -> problem.column() == null ? "" : problem.column()));
        fields.add(joined(problems, RowProblem::found));
        fields.add(joined(problems, RowProblem::expected));
        fields.addAll(own);
        List<String> surplus = cells.subList(known, cells.size());
        fields.add(surplus.isEmpty() ? "" : CsvRow.of(surplus).stripTrailing());
        write(fields);
    }

    private static String joined(List<RowProblem> problems, Function<RowProblem, String> part) {
        return problems.stream().map(part).collect(Collectors.joining(BETWEEN));
    }

    private void write(List<String> fields) {
        try {
            if (out != null) {
                out.write(CsvRow.of(fields.stream().map(Sanitizer::cell).toList()));
            }
        } catch (IOException e) {
            throw target.refused("cannot be written");
        }
    }

    /** Gives the file its name, after the last row. */
    void commit() {
        try {
            if (out != null) {
                out.close();
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                out = null;
            }
        } catch (IOException e) {
            throw target.refused("cannot be written");
        }
    }

    /** Removes what was written, unless the file has its name. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
