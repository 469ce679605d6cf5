package org.aestat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file that is read as a whole, such as a mapping: one without an end, as a device may be, does not fill the memory.
 *
 * @param place the option or file that names it, for messages
 * @param name the file as given
 */
record SmallFile(String place, String name) {

    private static final int LARGEST = 1 << 24;

    /**
     * Its bytes.
     *
     * @throws UsageException if it cannot be read, or has more than 16 MiB
     */
    byte[] bytes(Path directory) {
        try (InputStream in = Files.newInputStream(directory.resolve(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw refused("is larger than 16 MiB");
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw refused("cannot be read");
        }
    }

    /**
     * Its text.
     *
     * @throws UsageException if it cannot be read, has more than 16 MiB, or is not UTF-8
     */
    String text(Path directory) {
        byte[] bytes = bytes(directory);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("cannot be read");
        }
    }

    private UsageException refused(String why) {
        return new UsageException(place + ": '" + name + "' " + why + ".");
    }
}
