package org.aestat.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.aestat.csv.InputSource;

/** The files that arguments name: paths, {@code -} for standard input, and patterns the shell did not expand. */
final class InputFiles {

    private static final String STANDARD_INPUT = "-";

    private InputFiles() {}

    /**
     * The inputs in the order given, each under its file name, or under its path where two have the same name.
     *
     * @param arguments the exports of sessions
     * @param further paths of files of another kind, which come last
     * @param directory where paths begin
     * @throws UsageException if standard input is named twice
     */
    static List<InputSource> of(List<String> arguments, List<String> further, Path directory) {
        List<String> paths = new ArrayList<>();
        for (String argument : arguments) {
            paths.addAll(expanded(argument, directory));
        }
        paths.addAll(further);
        if (paths.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UsageException("Standard input, '-', can be read only once.");
        }
        Set<String> names = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (String path : paths) {
            if (!names.add(fileName(path))) {
                shared.add(fileName(path));
            }
        }
        return paths.stream()
                .map(path -> source(path, shared.contains(fileName(path)) ? path : fileName(path), directory))
                .toList();
    }

    private static InputSource source(String path, String name, Path directory) {
        return new InputSource(name, path.equals(STANDARD_INPUT) ? null : resolved(path, directory));
    }

    private static Path resolved(String path, Path directory) {
        if (path.isEmpty()) {
            throw new UsageException("A file name is empty.");
        }
        try {
            return directory.resolve(path);
        } catch (InvalidPathException e) {
            throw new UsageException("A file name that this system cannot have: " + e.getReason() + ".");
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> expanded(String argument, Path directory) {
        boolean pattern = argument.contains("*") || argument.contains("?");
        if (!pattern || Files.exists(resolved(argument, directory))) {
            return List.of(argument);
        }
        int slash = argument.lastIndexOf('/');
        String folder = argument.substring(0, slash + 1);
        TreeSet<String> found = new TreeSet<>();
        try (DirectoryStream<Path> matches =
                Files.newDirectoryStream(directory.resolve(folder), argument.substring(slash + 1))) {
            matches.forEach(match -> found.add(folder + match.getFileName()));
        } catch (IOException | PatternSyntaxException e) {
            return List.of(argument);
        }
        return found.isEmpty() ? List.of(argument) : List.copyOf(found);
    }
}
