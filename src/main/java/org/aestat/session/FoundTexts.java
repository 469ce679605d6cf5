package org.aestat.session;

import org.jspecify.annotations.Nullable;

/** The codes that the texts of one table have in another, as far as they were found there. */
public final class FoundTexts {

    private final int[] patients;
    private final int[][] codes;

    /**
     * The codes of some texts.
     *
     * @param patients the codes of patients by those of the other table
     * @param codes the same for each dictionary of {@link TableTexts}
     */
    FoundTexts(int[] patients, int[][] codes) {
        this.patients = patients;
        this.codes = codes;
    }

    int[] patients() {
        return patients;
    }

    int[] of(int dictionary) {
        return codes[dictionary];
    }

    int @Nullable [] of(IntColumn column) {
        return switch (column) {
            case PATIENT -> patients;
            case THERAPIST -> codes[TableTexts.THERAPISTS];
            case COURSE -> codes[TableTexts.COURSES];
            default -> null;
        };
    }

    int[] ofCategory(int category) {
        return codes[TableTexts.CATEGORIES + category];
    }
}
