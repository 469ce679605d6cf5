package org.aestat.csv;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an export comes from.
 *
 * @param name how results and messages call it
 * @param path the file, or null for standard input
 */
public record InputSource(String name, @Nullable Path path) {}
