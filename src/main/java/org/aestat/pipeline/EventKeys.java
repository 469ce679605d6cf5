package org.aestat.pipeline;

import java.util.List;
import org.aestat.csv.EventColumn;
import org.aestat.csv.EventFile;
import org.aestat.csv.EventRow;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.Mapping;
import org.aestat.session.Session;

/**
 * By what the rows of a file of events are joined to sessions: the id of the session, else the patient and the day.
 *
 * @param bySession whether an export has ids of sessions
 * @param byPatient whether the exports tell patients and days
 * @param withSite whether the file and an export both say the site of a patient
 * @param withinDays how many days after a session an event may begin where its day is not given, or negative
 */
record EventKeys(boolean bySession, boolean byPatient, boolean withSite, int withinDays) {

    private static final char BETWEEN = '\0';

    /** A patient on a day. */
    record PatientDay(String patient, int day) {}

    /**
     * The keys that a file and exports have in common.
     *
     * @throws RequestException if there are none
     */
    static EventKeys of(EventFile file, List<ExportColumns> exports, Mapping mapping) {
        boolean ids = exports.stream().anyMatch(export -> export.has(EventColumn.SESSION_ID.column()));
        boolean days = !mapping.isEachRow()
                && exports.stream().anyMatch(export -> export.has(EventColumn.SESSION_DATE.column()));
        boolean sites = exports.stream().anyMatch(export -> export.has(EventColumn.SITE.column()));
        EventKeys keys = new EventKeys(
                ids && file.has(EventColumn.SESSION_ID),
                days && file.hasPatientAndDay(),
                sites && file.has(EventColumn.SITE),
                mapping.eventsWithinDays());
        if (!keys.bySession && !keys.byPatient) {
            throw new RequestException("--events: " + file.name() + " and the export have neither 'session_id' in"
                    + " common nor 'patient_id' with a date of the session.");
        }
        return keys;
    }

    /** Whether a row is joined by the id of its session. */
    boolean usesId(EventRow row) {
        return bySession && row.place().session() != null;
    }

    /** Whether a row is joined by its patient and a day. */
    boolean usesPatient(EventRow row) {
        return !usesId(row) && byPatient && row.place().patient() != null;
    }

    /** Whether a row is joined to the latest session before its onset. */
    boolean usesLatest(EventRow row) {
        return usesPatient(row)
                && !row.place().hasDay()
                && withinDays >= 0
                && row.said().onsetDay() != Session.NO_DATE;
    }

    /** The patient of a row, with the site if that is part of the key. */
    String patient(EventRow row) {
        String patient = String.valueOf(row.place().patient());
        return withSite ? row.place().site() + BETWEEN + patient : patient;
    }

    /**
     * The patient of a session in the same form.
     *
     * @param text the patient in the table
     * @param site whether the export has a site, with which the text then begins
     */
    String patient(String text, boolean site) {
        if (withSite) {
            return site ? text : BETWEEN + text;
        }
        return site ? text.substring(text.indexOf(BETWEEN) + 1) : text;
    }
}
