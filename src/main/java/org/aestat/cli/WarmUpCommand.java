package org.aestat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes the archive of loaded classes that lets the next runs start faster. It fits this file and this Java only; its
 * name ends with its own size, so that the launcher never offers Java one that is cut short.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Makes the next runs start faster: keeps what Java had to load in ~/.cache/aestat.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:no archive could be made", "2:a wrong option"})
final class WarmUpCommand implements Callable<Integer>, InEnvironment {

    /** From 25 on Java keeps in an archive also how classes are linked, and how code was used before it was compiled. */
    private static final boolean KNOWS_USE = Runtime.version().feature() >= 25;

    private static final String SUFFIX = KNOWS_USE ? ".aot" : ".jsa";

    /** Enough to be read in blocks by several threads; for the use of code, to be compiled as those of a large export. */
    private static final int ROWS = KNOWS_USE ? 250_000 : 75_000;

    private static final String HEADER = "session_id,patient_id,session_date,session_number,site,therapist,condition,"
            + "needles,pain_before,pain_after,relief,bruising,bleeding,pain_during,pneumothorax,soreness_hours,"
            + "soreness_resolved\n";

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Another folder; the one of aestat itself is looked at too.")
    private @Nullable Path into;

    private @Nullable Environment environment;

    @Override
    public void environment(Environment given) {
        environment = given;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Environment system = Objects.requireNonNull(environment);
        Path jar = Path.of(System.getProperty("java.class.path", ""));
        if (!Files.isRegularFile(jar)) {
            throw new UsageException("warm-up works on the executable file only.");
        }
        Path folder = system.directory().resolve(into == null ? cache(system) : into);
        Files.createDirectories(folder);
        String name = "aestat-" + Files.size(jar) + "-" + System.getProperty("java.version") + "-";
        Path made = folder.resolve("." + name + ProcessHandle.current().pid() + SUFFIX);
        try {
            if (!make(made, jar)) {
                system.err().println("aestat: this Java makes no archive of classes; nothing was changed.");
                return ExitCode.INTERNAL;
            }
            discard(folder, name);
            Files.move(made, folder.resolve(name + Files.size(made) + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
        return ExitCode.OK;
    }

    private static Path cache(Environment system) {
        String cache = system.variables().getOrDefault("XDG_CACHE_HOME", "");
        String home = system.variables().getOrDefault("HOME", "");
        if (cache.isEmpty() && home.isEmpty()) {
            throw new UsageException("warm-up: neither HOME nor XDG_CACHE_HOME is set. Give a folder with --into.");
        }
        return (cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache)).resolve("aestat");
    }

    /** Runs a report on sessions that nobody had, and keeps the classes that it needs. */
    private static boolean make(Path archive, Path jar) throws IOException, InterruptedException {
        Path export = archive.resolveSibling(archive.getFileName() + ".csv");
        Path result = archive.resolveSibling(archive.getFileName() + ".json");
        try {
            Files.writeString(export, export());
            return make(archive, jar, export, result);
        } finally {
            Files.deleteIfExists(export);
            Files.deleteIfExists(result);
        }
    }

    private static boolean make(Path archive, Path jar, Path export, Path result)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                KNOWS_USE
                        ? List.of("-XX:+UseParallelGC", "-XX:AOTCacheOutput=" + archive)
                        : List.of(
                                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ArchiveClassesAtExit=" + archive));
        command.addAll(List.of("-XX:-UsePerfData", "-Xlog:disable", "-jar", jar.toString()));
        command.addAll(List.of(
                "report", export.toString(), "--by", "condition", "--threads", "2", "--output", "json=" + result));
        Process run = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return run.waitFor() == 0 && Files.exists(archive);
    }

    /** Removes older archives of the same file and Java. */
    private static void discard(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> older = files.filter(
                            file -> file.getFileName().toString().startsWith(name))
                    .toList();
            for (Path file : older) {
                Files.delete(file);
            }
        }
    }

    private static String export() {
        StringBuilder export = new StringBuilder(HEADER);
        for (int row = 0; row < ROWS; row++) {
            export.append("S")
                    .append(row)
                    .append(",P")
                    .append(row / 4)
                    .append(",2025-01-0")
                    .append(1 + row % 4);
            export.append(',').append(1 + row % 4).append(",A,T").append(row % 3);
            export.append(row % 2 == 0 ? ",neck pain," : ",knee pain,")
                    .append(row % 20)
                    .append(",6,")
                    .append(row % 6);
            export.append(row % 4 == 3 ? ",yes" : ",no")
                    .append(row % 9 == 0 ? ",yes" : ",no")
                    .append(",no,,no,");
            export.append(1 + row % 24).append(row % 5 == 0 ? ",no\n" : ",yes\n");
        }
        return export.toString();
    }
}
