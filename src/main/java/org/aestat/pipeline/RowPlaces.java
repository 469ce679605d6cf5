package org.aestat.pipeline;

import java.util.Arrays;
import org.aestat.session.Session;

/** Where each session of a table stands in the inputs, and the ages that the table does not keep. */
final class RowPlaces {

    private int[] files = new int[64];
    private long[] lines = new long[64];
    private int[] ages = new int[64];
    private int size;

    void add(int file, long line, int age) {
        if (size == lines.length) {
            int capacity = Math.addExact(size, size >> 1);
            files = Arrays.copyOf(files, capacity);
            lines = Arrays.copyOf(lines, capacity);
            ages = Arrays.copyOf(ages, capacity);
        }
        files[size] = file;
        lines[size] = line;
        ages[size] = age;
        size++;
    }

    int file(int row) {
        return files[row];
    }

    long line(int row) {
        return lines[row];
    }

    /** The age in years, or {@link Session#NONE}. */
    int age(int row) {
        return ages[row];
    }
}
