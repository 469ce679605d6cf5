package org.aestat.result;

/**
 * One input of a run.
 *
 * @param file its name, {@code -} for standard input
 * @param bytes its size as stored
 * @param sha256 its checksum as stored, in hexadecimal
 * @param rows what became of its rows
 */
public record InputSummary(String file, long bytes, String sha256, RowCounts rows) {}
