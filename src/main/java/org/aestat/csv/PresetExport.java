package org.aestat.csv;

import java.util.List;
import java.util.Set;

/**
 * An export as a preset reads it.
 *
 * @param labels its header, each name once
 * @param mapping the mapping of the run with the columns that the preset recognised
 * @param records its rows
 * @param identifying the headers of columns that tell who somebody is
 * @param understood the headers of columns that only say how others are read
 * @param decisions what columns and rows were taken for, one sentence each
 * @param doubts what could not be used, one sentence each
 */
record PresetExport(
        List<String> labels,
        Mapping mapping,
        RecordSource records,
        Set<String> identifying,
        Set<String> understood,
        List<String> decisions,
        List<String> doubts) {

    PresetExport {
        labels = List.copyOf(labels);
        identifying = Set.copyOf(identifying);
        understood = Set.copyOf(understood);
        decisions = List.copyOf(decisions);
        doubts = List.copyOf(doubts);
    }

    /** An export whose rows are sessions as they stand. */
    static PresetExport asStored(List<String> labels, Mapping mapping, RecordSource records, List<String> decisions) {
        return new PresetExport(labels, mapping, records, Set.of(), Set.of(), decisions, List.of());
    }
}
