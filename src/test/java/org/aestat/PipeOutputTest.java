package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class PipeOutputTest {

    /** Fails at every write, and counts them. */
    private static final class Broken extends OutputStream {

        private final String message;
        private int writes;

        private Broken(String message) {
            this.message = message;
        }

        @Override
        public void write(int single) throws IOException {
            writes++;
            throw new IOException(message);
        }
    }

    @Test
    void passesEverythingOn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PipeOutput pipe = new PipeOutput(out)) {
            pipe.write('a');
            pipe.write(new byte[] {'x', 'b', 'c', 'x'}, 1, 2);
        }

        assertThat(out.toByteArray()).containsExactly('a', 'b', 'c');
    }

    @Test
    void dropsWhatAReaderThatLeftNoLongerTakes() throws IOException {
        Broken out = new Broken("Broken pipe");
        try (PipeOutput pipe = new PipeOutput(out)) {
            pipe.write('a');
            pipe.write('b');
        }

        assertThat(out.writes).isEqualTo(1);
    }

    @Test
    void otherFaultsAreFaults() {
        Broken out = new Broken("No space left on device");

        assertThatIOException().isThrownBy(() -> new PipeOutput(out).write('a')).withMessage("No space left on device");
    }
}
