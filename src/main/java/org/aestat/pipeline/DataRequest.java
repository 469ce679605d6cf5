package org.aestat.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.InputSource;
import org.aestat.csv.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * Which data a run wants.
 *
 * @param sources the exports, which together are one data set
 * @param subjects a file of patients, or null
 * @param events a file of adverse events, or null
 * @param reading how to read them
 * @param by the columns that make strata
 * @param stratify the columns within whose values a test compares
 * @param where the values that a session must have
 * @param from the first date, or null
 * @param to the last date, or null
 * @param needs further columns
 * @param cluster what sessions are clustered by
 * @param rejectionLimit how many rows may be rejected
 */
public record DataRequest(
        List<InputSource> sources,
        @Nullable InputSource subjects,
        @Nullable InputSource events,
        ReadOptions reading,
        List<String> by,
        List<String> stratify,
        List<Condition> where,
        List<ColumnNeed> needs,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ClusterLevel cluster,
        RejectionLimit rejectionLimit) {

    /**
     * A value that a session must have. Several conditions on one column admit any of their values.
     *
     * @param column the column
     * @param value the value as written in the export; empty for not recorded
     */
    public record Condition(String column, String value) {}

    /** Copies the lists. */
    public DataRequest {
        sources = List.copyOf(sources);
        by = List.copyOf(by);
        stratify = List.copyOf(stratify);
        where = List.copyOf(where);
        needs = List.copyOf(needs);
    }

    /** All files that are read. */
    public List<InputSource> inputs() {
        List<InputSource> inputs = new ArrayList<>(sources);
        if (subjects != null) {
            inputs.add(subjects);
        }
        if (events != null) {
            inputs.add(events);
        }
        return inputs;
    }
}
