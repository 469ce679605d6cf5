package org.aestat.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.aestat.JsonSchema;

/** A working directory with files, variables and standard input, in which command lines are run. */
final class Workspace {

    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();
    private byte[] standardInput = {};

    Workspace(Path folder) {
        this.folder = folder;
    }

    /** Writes a file of these lines, each ended by a line feed. */
    Workspace file(String name, String... lines) {
        return file(name, String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
    }

    Workspace file(String name, List<String> lines) {
        return file(name, lines.toArray(String[]::new));
    }

    Workspace file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workspace variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Workspace input(byte[] bytes) {
        standardInput = bytes.clone();
        return this;
    }

    /** The text of a file; a result in JSON has to fit its schema. */
    String read(String name) {
        try {
            String text = Files.readString(folder.resolve(name));
            JsonSchema.check(text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files, sorted. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command line; a result in JSON has to fit its schema. */
    CommandLineRun run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = AestatCommand.run(
                arguments,
                new Environment(
                        new ByteArrayInputStream(standardInput),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        variables,
                        folder));
        JsonSchema.check(out.toString());
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    /** Runs a command line with {@code --format json}, which has to succeed. */
    JsonResult json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        CommandLineRun run = run(all.toArray(String[]::new));
        if (run.exit() != 0) {
            throw new AssertionError("exit " + run.exit() + ": " + run.err());
        }
        return run.result();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
