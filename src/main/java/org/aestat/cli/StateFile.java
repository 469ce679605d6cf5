package org.aestat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aestat.csv.InputSource;
import org.aestat.render.StoredJsonException;
import org.aestat.render.SurveillanceJson;
import org.aestat.safety.SurveillanceState;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a surveillance keeps what it has counted. Only its owner may read it.
 *
 * @param place where the policy names it, for messages
 * @param name the name as given
 * @param path the file
 */
record StateFile(String place, String name, Path path) {

    private static final long LARGEST = 1 << 24;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * The file of a name.
     *
     * @throws UsageException if the system can have no such file
     */
    static StateFile of(String place, String name, Path directory) {
        try {
            return new StateFile(
                    place, name, directory.resolve(name).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new UsageException(place + ": '" + name + "' is no file name that this system can have.");
        }
    }

    /** The file as something that must not be overwritten by an output. */
    InputSource source() {
        return new InputSource(name, path);
    }

    /**
     * What it holds, null where there is none yet.
     *
     * @param sources files that are read, none of which it may be
     * @param digest of the surveillance it has to belong to
     * @throws UsageException if it cannot be used
     */
    @Nullable
    SurveillanceState read(List<InputSource> sources, String digest) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused("is in a folder that does not exist");
        }
        for (InputSource source : sources) {
            Path other = source.path();
            if (other != null && TargetFile.isSame(path, other)) {
                throw refused("is an input");
            }
        }
        if (Files.notExists(path)) {
            return null;
        }
        if (!Files.isRegularFile(path)) {
            throw refused("is no file");
        }
        SurveillanceState state = content();
        if (!state.sha256().equals(digest)) {
            throw refused("belongs to another surveillance: its thresholds, method, start or filters differ. Name"
                    + " another file to begin anew");
        }
        return state;
    }

    private SurveillanceState content() {
        try {
            if (Files.size(path) > LARGEST) {
                throw refused("is larger than 16 MiB");
            }
            return SurveillanceJson.read(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refused("cannot be read");
        } catch (StoredJsonException e) {
            throw refused("is damaged, or no state of a surveillance: " + e.getMessage());
        }
    }

    /** Writes the whole file or none. */
    void write(SurveillanceState state) {
        Path temporary = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try {
                Files.createFile(temporary, attributes());
                Files.writeString(
                        temporary, SurveillanceJson.write(state), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw refused("cannot be written");
        }
    }

    private static FileAttribute<?>[] attributes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[] {};
    }

    private UsageException refused(String why) {
        return new UsageException(place + ": '" + name + "' " + why + ".");
    }
}
