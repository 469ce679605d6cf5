package org.aestat.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an export comes from.
 *
 * @param name how results and messages call it
 * @param path the file, or null for standard input
 */
public record InputSource(String name, @Nullable Path path) {

    /** Whether it has, or may have, more bytes. */
    public boolean isLongerThan(long bytes) {
        try {
            return path == null || !Files.isRegularFile(path) || Files.size(path) > bytes;
        } catch (IOException e) {
            return false;
        }
    }
}
