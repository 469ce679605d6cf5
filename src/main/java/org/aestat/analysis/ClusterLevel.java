package org.aestat.analysis;

import java.util.Locale;

/** What sessions are clustered by when rates get their intervals. */
public enum ClusterLevel {
    /** Sessions of one patient. */
    PATIENT,
    /** Sessions given by one therapist; a blank therapist is one more. */
    THERAPIST,
    /** Sessions at one site; a blank site is one more. */
    SITE,
    /** Every session on its own. */
    NONE;

    /** The name on the command line and in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
