package org.aestat.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What sessions are clustered by when rates get their intervals. */
public enum ClusterLevel {
    /** Sessions of one patient. */
    PATIENT,
    /** Sessions given by one therapist; a blank therapist is one more. */
    THERAPIST,
    /** Sessions at one site; a blank site is one more. */
    SITE,
    /** Every session on its own. */
    NONE,
    /** Sessions of one patient, and sessions given by one therapist. */
    PATIENT_THERAPIST,
    /** Sessions of one patient, and sessions at one site. */
    PATIENT_SITE,
    /** Sessions given by one therapist, and sessions at one site. */
    THERAPIST_SITE;

    /** The levels that cross; the level itself if it is a single one. */
    public List<ClusterLevel> levels() {
        return switch (this) {
            case PATIENT_THERAPIST -> List.of(PATIENT, THERAPIST);
            case PATIENT_SITE -> List.of(PATIENT, SITE);
            case THERAPIST_SITE -> List.of(THERAPIST, SITE);
            default -> List.of(this);
        };
    }

    /** Whether two levels cross. */
    public boolean isTwoWay() {
        return levels().size() > 1;
    }

    /** Whether sessions are clustered by a level, alone or with another one. */
    public boolean includes(ClusterLevel level) {
        return levels().contains(level);
    }

    /** The name on the command line and in results; two levels are joined by a comma. */
    public String label() {
        return levels().stream()
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** Two levels named in either order as {@link #label()} has them; any other text as it is. */
    public static String inOrder(String written) {
        String[] names = written.split(",", -1);
        if (names.length != 2) {
            return written;
        }
        String turned = names[1] + "," + names[0];
        return Arrays.stream(values()).anyMatch(level -> level.label().equals(turned)) ? turned : written;
    }
}
