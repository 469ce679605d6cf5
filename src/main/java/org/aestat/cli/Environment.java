package org.aestat.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run gets from the system.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param variables the environment variables
 * @param directory the working directory
 */
public record Environment(
        InputStream in, PrintWriter out, PrintWriter err, Map<String, String> variables, Path directory) {}
