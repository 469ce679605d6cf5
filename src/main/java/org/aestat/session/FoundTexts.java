package org.aestat.session;

import org.jspecify.annotations.Nullable;

/** The codes that the texts of one table have in another, as far as they were found there. */
public final class FoundTexts {

    private final int[][] codes;

    /**
     * The codes of some texts.
     *
     * @param codes for each dictionary of {@link TableTexts} the codes by those of the other table
     */
    FoundTexts(int[][] codes) {
        this.codes = codes;
    }

    int[] of(int dictionary) {
        return codes[dictionary];
    }

    int @Nullable [] of(IntColumn column) {
        return switch (column) {
            case PATIENT -> codes[TableTexts.PATIENTS];
            case THERAPIST -> codes[TableTexts.THERAPISTS];
            case COURSE -> codes[TableTexts.COURSES];
            default -> null;
        };
    }

    int[] ofCategory(int category) {
        return codes[TableTexts.CATEGORIES + category];
    }
}
