package org.aestat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.analysis.ClusterLevel;
import org.aestat.result.Warning;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;
import org.aestat.session.SorenessForm;

/**
 * What the reader of a result has to know about the sessions.
 *
 * @param table the sessions
 * @param settings the choices of the run
 */
record DataWarnings(SessionTable table, AnalysisSettings settings) {

    static final String REPORTED_BY = "reported_by";

    /** Whether the used sessions were reported by more than one kind of person. */
    static boolean severalReporters(SessionTable table) {
        int category = table.layout().category(REPORTED_BY);
        int first = 0;
        for (int row = 0; category >= 0 && row < table.size(); row++) {
            Session session = table.session(row);
            int code = session.isUsed() ? session.category(category) : 0;
            if (code != 0 && first != 0 && code != first) {
                return true;
            }
            first = code == 0 ? first : code;
        }
        return false;
    }

    List<Warning> list(Set<Analysis> analyses, List<SorenessForm> forms) {
        List<Warning> warnings = new ArrayList<>();
        if (analyses.contains(Analysis.RATES) && severalReporters(table)) {
            warnings.add(new Warning(
                    "reported-by-differs",
                    "Sessions were reported by different people, which changes rates several-fold: read the rates by"
                            + " reported_by, not the overall one."));
        }
        if (analyses.contains(Analysis.RATES) && settings.cluster().includes(ClusterLevel.THERAPIST)) {
            long blank = blankTherapists();
            if (blank > 0) {
                warnings.add(new Warning(
                        "blank-therapist",
                        (blank == 1
                                        ? "1 session has no therapist and is"
                                        : blank + " sessions have no therapist and are")
                                + " taken as one cluster."));
            }
        }
        if (analyses.contains(Analysis.SORENESS) && forms.size() > 1) {
            warnings.add(new Warning(
                    "soreness-in-several-forms",
                    "Soreness is recorded in several forms; the curve uses the " + name(forms.get(0)) + "."));
        }
        return warnings;
    }

    private long blankTherapists() {
        long blank = 0;
        for (int row = 0; row < table.size(); row++) {
            Session session = table.session(row);
            blank += session.isUsed() && session.therapist() == 0 ? 1 : 0;
        }
        return blank;
    }

    private static String name(SorenessForm form) {
        return switch (form) {
            case INTERVAL -> "last sore and first clear hours";
            case DIARY -> "diary";
            case DURATION -> "duration";
        };
    }
}
