package org.aestat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.aestat.cli.AestatCommand;
import org.aestat.cli.Environment;

/** The entry point: hands the system's streams to the command line, in UTF-8 whatever the platform, and exits. */
public final class Aestat {

    private Aestat() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(AestatCommand.run(
                arguments,
                new Environment(
                        System.in,
                        writer(FileDescriptor.out),
                        writer(FileDescriptor.err),
                        System.getenv(),
                        Path.of(""))));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(
                new OutputStreamWriter(new PipeOutput(new FileOutputStream(stream)), StandardCharsets.UTF_8));
    }
}
