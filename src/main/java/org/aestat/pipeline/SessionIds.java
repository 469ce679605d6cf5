package org.aestat.pipeline;

import java.util.Arrays;
import org.aestat.session.Dictionary;

/** The session ids met so far, with the file and line of each. */
final class SessionIds {

    private final Dictionary ids = new Dictionary();
    private long[] lines = new long[64];
    private int[] files = new int[64];

    /** Where an id was met. */
    record Place(int file, long line) {}

    /**
     * Takes note of an id.
     *
     * @return where it was met first, which is this place if it is new
     */
    Place meet(String id, int file, long line) {
        int known = ids.size();
        int code = ids.code(id);
        if (code > known) {
            if (code >= lines.length) {
                lines = Arrays.copyOf(lines, lines.length * 2);
                files = Arrays.copyOf(files, files.length * 2);
            }
            lines[code] = line;
            files[code] = file;
        }
        return new Place(files[code], lines[code]);
    }
}
