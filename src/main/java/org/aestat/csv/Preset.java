package org.aestat.csv;

import java.util.List;

/** A program whose exports have a form of their own. */
public enum Preset {
    /** REDCap: checkboxes, rows of repeating instruments and events, a data dictionary. */
    REDCAP("redcap"),
    /** Qualtrics: three header rows, previews and tests among the responses. */
    QUALTRICS("qualtrics"),
    /** Google Forms: questions as headers, several answers in a cell. */
    GOOGLE_FORMS("google-forms");

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
            case GOOGLE_FORMS -> List.of();
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
        };
    }
}
