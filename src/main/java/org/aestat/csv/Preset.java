package org.aestat.csv;

import java.util.List;
import java.util.Set;

/** A program whose exports have a form of their own. */
public enum Preset {
    /** REDCap: checkboxes, rows of repeating instruments and events, a data dictionary. */
    REDCAP("redcap"),
    /** Qualtrics: three header rows, previews and tests among the responses. */
    QUALTRICS("qualtrics"),
    /** Google Forms: questions as headers, several answers in a cell. */
    GOOGLE_FORMS("google-forms"),
    /** The domains EX, DM and AE of the Study Data Tabulation Model. */
    CDISC("cdisc");

    private final String label;

    Preset(String label) {
        this.label = label;
    }

    /** The name on the command line. */
    public String label() {
        return label;
    }

    /** Why it leaves rows out. */
    List<String> reasons() {
        return switch (this) {
            case REDCAP -> RedcapPreset.REASONS;
            case QUALTRICS -> QualtricsPreset.REASONS;
            case GOOGLE_FORMS, CDISC -> List.of();
        };
    }

    /**
     * Makes rows sessions and finds out what the columns are.
     *
     * @throws InputException if the export is not of this form, or it is not clear what a column is
     * @throws MappingException if the data dictionary does not fit
     */
    PresetExport reshape(PresetTable table, ReadOptions options) {
        return switch (this) {
            case REDCAP -> RedcapPreset.reshape(table, options);
            case QUALTRICS -> QualtricsPreset.reshape(table, options);
            case GOOGLE_FORMS -> GoogleFormsPreset.reshape(table, options);
            case CDISC -> CdiscPreset.reshape(table, options);
        };
    }

    /** Whether rows are sessions as they stand, so that only columns have names of their own. */
    static boolean keepsRows(ReadOptions options) {
        return options.preset() == null || options.preset() == CDISC;
    }

    /** The mapping of such an export: that of the options, with the columns of the preset that it does not name. */
    static Mapping ofSessions(ReadOptions options, List<String> labels) {
        return options.preset() == CDISC ? CdiscPreset.ofSessions(options.mapping(), labels) : options.mapping();
    }

    /** The mapping of a file of events, likewise. */
    static Mapping ofEvents(ReadOptions options, List<String> labels) {
        return options.preset() == CDISC ? CdiscPreset.ofEvents(options.mapping(), labels) : options.mapping();
    }

    /** What the columns of such an export are taken for, one sentence each. */
    static List<String> decisionsOnSessions(ReadOptions options, List<String> labels) {
        return options.preset() == CDISC ? CdiscPreset.decisionsOnSessions(options.mapping(), labels) : List.of();
    }

    /** What the columns and terms of a file of events are taken for, likewise. */
    static List<String> decisionsOnEvents(ReadOptions options, List<String> labels) {
        return options.preset() == CDISC ? CdiscPreset.decisionsOnEvents(options.mapping(), labels) : List.of();
    }

    /** The columns of a file of subjects that tell who somebody is and are left out, as headers are compared. */
    static Set<String> identifying(ReadOptions options) {
        return options.preset() == CDISC ? CdiscPreset.IDENTIFYING : Set.of();
    }
}
