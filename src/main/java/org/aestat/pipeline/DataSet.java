package org.aestat.pipeline;

import java.util.List;
import java.util.Map;
import org.aestat.result.InputSummary;
import org.aestat.result.RowCounts;
import org.aestat.result.Warning;
import org.aestat.session.SessionTable;

/**
 * The sessions of a run with their account.
 *
 * @param table all accepted sessions, those that the filters excluded marked so
 * @param by the columns that make strata, under the names that the table has
 * @param stratify the columns within whose values a test compares, likewise
 * @param needed the names that the table has for columns needed, by the names that the request has
 * @param inputs what became of the rows of each input
 * @param rejections the rejected rows
 * @param warnings what the reader has to know about the input
 */
public record DataSet(
        SessionTable table,
        List<String> by,
        List<String> stratify,
        Map<String, String> needed,
        List<InputSummary> inputs,
        Rejections rejections,
        List<Warning> warnings) {

    /** The rows of all inputs of sessions together. */
    public RowCounts rows() {
        return InputSummary.sessions(inputs);
    }
}
