package org.aestat.result;

import java.util.List;

/**
 * One input of a run.
 *
 * @param file its name, {@code -} for standard input
 * @param bytes its size as stored
 * @param sha256 its checksum as stored, in hexadecimal
 * @param rows what became of its rows
 * @param content what its rows are
 * @param decisions what a preset took its columns and rows for, one sentence each; none without a preset
 * @param completeFor of events, those of which the input holds every one, so that a session without is a "no"
 */
public record InputSummary(
        String file,
        long bytes,
        String sha256,
        RowCounts rows,
        Content content,
        List<String> decisions,
        List<String> completeFor) {

    /** What the rows of an input are. */
    public enum Content {
        /** A session each. */
        SESSIONS("sessions"),
        /** An adverse event each. */
        EVENTS("events"),
        /** A patient each. */
        SUBJECTS("subjects");

        private final String label;

        Content(String label) {
            this.label = label;
        }

        /** How results call it. */
        public String label() {
            return label;
        }
    }

    /** Copies the lists. */
    public InputSummary {
        decisions = List.copyOf(decisions);
        completeFor = List.copyOf(completeFor);
    }

    /** An input of sessions. */
    public InputSummary(String file, long bytes, String sha256, RowCounts rows, List<String> decisions) {
        this(file, bytes, sha256, rows, Content.SESSIONS, decisions, List.of());
    }

    /** An input of sessions read without a preset. */
    public InputSummary(String file, long bytes, String sha256, RowCounts rows) {
        this(file, bytes, sha256, rows, List.of());
    }

    /** The inputs of sessions among several. */
    public static List<InputSummary> ofSessions(List<InputSummary> inputs) {
        return inputs.stream()
                .filter(input -> input.content == Content.SESSIONS)
                .toList();
    }

    /** The rows of sessions of several inputs together. */
    public static RowCounts sessions(List<InputSummary> inputs) {
        return ofSessions(inputs).stream().map(InputSummary::rows).reduce(RowCounts.NONE, RowCounts::plus);
    }
}
