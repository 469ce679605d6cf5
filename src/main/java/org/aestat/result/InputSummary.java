package org.aestat.result;

import java.util.List;

/**
 * One input of a run.
 *
 * @param file its name, {@code -} for standard input
 * @param bytes its size as stored
 * @param sha256 its checksum as stored, in hexadecimal
 * @param rows what became of its rows
 * @param decisions what a preset took its columns and rows for, one sentence each; none without a preset
 */
public record InputSummary(String file, long bytes, String sha256, RowCounts rows, List<String> decisions) {

    /** Copies the list. */
    public InputSummary {
        decisions = List.copyOf(decisions);
    }

    /** An input read without a preset. */
    public InputSummary(String file, long bytes, String sha256, RowCounts rows) {
        this(file, bytes, sha256, rows, List.of());
    }
}
