package org.aestat.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an export comes from.
 *
 * @param name how results and messages call it
 * @param path the file, or null for standard input
 */
public record InputSource(String name, @Nullable Path path) {

    /** Whether all of them have, or may have, more bytes together. */
    public static boolean areLongerThan(long bytes, List<InputSource> sources) {
        long left = bytes;
        for (InputSource source : sources) {
            left -= Math.min(left + 1, source.size());
            if (left < 0) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes it has; more than any file where that is not known. */
    private long size() {
        try {
            return path == null || !Files.isRegularFile(path) ? Long.MAX_VALUE : Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}
