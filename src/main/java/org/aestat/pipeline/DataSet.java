package org.aestat.pipeline;

import java.util.List;
import org.aestat.result.InputSummary;
import org.aestat.result.Warning;
import org.aestat.session.SessionTable;

/**
 * The sessions of a run with their account.
 *
 * @param table all accepted sessions, those that the filters excluded marked so
 * @param by the columns that make strata, under the names that the table has
 * @param stratify the columns within whose values a test compares, likewise
 * @param inputs what became of the rows of each input
 * @param rejections the rejected rows
 * @param warnings what the reader has to know about the input
 */
public record DataSet(
        SessionTable table,
        List<String> by,
        List<String> stratify,
        List<InputSummary> inputs,
        Rejections rejections,
        List<Warning> warnings) {}
