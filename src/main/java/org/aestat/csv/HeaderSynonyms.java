package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Other names under which exports keep the columns that aestat knows; those after a {@code ~} may mean something else. */
final class HeaderSynonyms {

    private static final String TABLE = """
            patient_id: patient, patient no, patient nr, patient number, patient identifier, patient code, client, client id,
             client no, client number, client code, chart, chart no, chart number, chart id, mrn, medical record number,
             record id, subject id, subject no, participant id, participant no, usubjid, subjid, patienten id, patienten nr,
             patientennummer, patientenkennung, pat nr, pat id, patnr, patid, numero de patient, id paciente,
             patientnummer, ~ id, subject, participant, case id, case no, file no, fallnummer
            session_id: visit id, appointment id, treatment id, encounter id, booking id, session no id, behandlungs id,
             termin id, ~ termin nr, behandlungsnummer, event id
            course_id: episode, episode id, episode of care, treatment course, case course, behandlungsserie, serie,
             ~ course, case, fall, verordnung
            session_date: visit date, visit, date of visit, treatment date, date of treatment, appointment date, appt date,
             date of session, date of service, service date, encounter date, behandlungsdatum, behandlung am, termin,
             terminsdatum, besuchsdatum, sitzungsdatum, date de seance, fecha de sesion, fecha de visita, behandeldatum,
             ~ date, datum, fecha, data, starts at, start date, timestamp, tag
            session_number: session no, session nr, session, visit no, visit nr, visit number, treatment no,
             treatment number, sitzung, sitzung nr, sitzungsnummer, seance, numero de seance, numero de sesion,
             redcap repeat instance, ~ nr, no, number
            course_outcome: outcome of course, course status, discharge status, verlauf, abschluss, ~ outcome, ergebnis
            site: clinic, clinic name, centre, center, practice, location, facility, standort, praxis, klinik, zentrum,
             site abbreviation, centro, ~ branch, filiale, ort
            therapist: practitioner, provider, clinician, physiotherapist, physio, therapist name, therapist id,
             practitioner name, treating practitioner, rendering provider, therapeut, therapeutin, behandler, behandlerin,
             therapeute, terapeuta, ~ staff, operator
            condition: diagnosis, dx, primary dx, primary dx code, indication, complaint, icd10, icd 10, diagnose,
             indikation, diagnostic, diagnostico, ~ problem, beschwerde, beschwerden
            technique: needling technique, treatment technique, technik, nadeltechnik, ~ method, methode, treatment type
            region: body region, body part, body site, koerperregion, korperregion, area treated, ~ area, muscle, muskel
            reported_by: reporter, reported by whom, gemeldet von, source of report
            chronicity: phase of condition, chronizitat, ~ stage, stadium
            muscle_depth: depth, needle depth, depth of muscle, tiefe, muskeltiefe
            needles: number of needles, no of needles, needle count, needles used, nadeln, anzahl nadeln, nadelanzahl,
             nadelzahl, aiguilles, agujas, ~ needle number
            relief: pain relief, symptom relief, relieved, linderung, schmerzlinderung, soulagement, alivio,
             ~ improved, improvement, besserung, gebessert
            twitch_response: local twitch response, ltr, twitch, lokale zuckung, zuckungsreaktion
            pain_before: pain pre, pre pain, pain before treatment, nrs before, nrs pre, vas before, vas pre, pain score pre,
             pain score before, schmerz vor, schmerz vorher, schmerzen vorher, nrs vor, nrs vorher, vas vorher,
             douleur avant, dolor antes, ~ baseline pain, pain
            pain_after: pain post, post pain, pain after treatment, nrs after, nrs post, vas after, vas post,
             pain score post, pain score after, schmerz nach, schmerz nachher, schmerzen nachher, nrs nach, nrs nachher,
             vas nachher, douleur apres, dolor despues
            bruising: bruise, bruises, haematoma, hematoma, hamatom, bluterguss, blauer fleck, ecchymosis, hematome,
             moreton
            bleeding: bleed, blutung, saignement, sangrado, minor bleeding
            pain_during: pain during treatment, pain during needling, needling pain, schmerz bei behandlung,
             schmerz wahrend behandlung
            pain_after_session: pain after session, post treatment pain, pain following treatment, nachschmerz
            fatigue: tiredness, tired, mudigkeit, erschopfung, fatiga
            fainting: faint, syncope, vasovagal, vasovagal syncope, ohnmacht, synkope, desmayo, malaise vagal
            stiffness: stiff, steifheit, steifigkeit
            dizziness: dizzy, schwindel, vertige, mareo, lightheadedness
            nausea: ubelkeit, nausee, nauseas
            headache: kopfschmerz, kopfschmerzen, cephalee, dolor de cabeza
            drowsiness: drowsy, sleepiness, schlafrigkeit, benommenheit, somnolence
            aggravation: symptom aggravation, aggravation of symptoms, worse, worsening, verschlechterung, verschlimmerung
            infection: infektion, infeccion
            pneumothorax: ptx, collapsed lung, neumotorax
            excessive_bleeding: haemorrhage, hemorrhage, starke blutung
            prolonged_aggravation: prolonged worsening, anhaltende verschlechterung
            allergic_reaction: allergy reaction, allergische reaktion
            nerve_injury: nerve damage, nervenverletzung, nervenschaden
            broken_needle: needle breakage, needle broken, nadelbruch, abgebrochene nadel
            adverse_events: adverse event list, side effects, complications, nebenwirkungen, komplikationen,
             effets indesirables, eventos adversos, ~ adverse event, reactions
            soreness_hours: soreness duration hours, soreness duration h, hours of soreness, hours sore, soreness h,
             muskelkater stunden, muskelkater h, stunden muskelkater, ~ soreness duration, soreness, muskelkater,
             dauer muskelkater
            soreness_resolved: soreness gone, soreness ended, muskelkater weg, muskelkater vorbei
            soreness_last_sore_hours: last sore hours, last sore h
            soreness_first_clear_hours: first clear hours, first clear h
            bruise_hours: bruise duration hours, bruise duration h, bruising hours, ~ bruise duration
            fatigue_hours: fatigue duration hours, fatigue duration h, ~ fatigue duration
            age: age years, age in years, patient age, alter, alter in jahren, edad
            anticoagulant: anticoagulants, anticoagulation, blood thinner, blood thinners, blutverdunner, antikoagulation,
             gerinnungshemmer
            bleeding_disorder: coagulopathy, gerinnungsstorung
            pregnant: pregnancy, schwanger, schwangerschaft, enceinte, embarazo
            immune_compromised: immunocompromised, immunosuppressed, immunsupprimiert, immunsuppression
            metal_allergy: nickel allergy, metallallergie, nickelallergie
            needle_phobia: fear of needles, nadelphobie, nadelangst, spritzenphobie
            lymphedema: lymphoedema, lymphodem
            skin_infection: skin infections, hautinfektion
            recent_surgery: recent operation, operation kurzlich
            """;

    private static final Pattern DIARY = Pattern.compile(
            "(?:soreness|muskelkater)(?: at| nach| after)? ([0-9]*\\.?[0-9]+) ?(?:h|hr|hrs|hours|std|stunden)");
    private static final int SHORTEST_SIMILAR = 5;
    private static final Map<String, Match> KNOWN = known();
    private static final List<String> SORTED = KNOWN.keySet().stream().sorted().toList();

    /** How a header was recognised. */
    enum Way {
        /** It is the name. */
        NAME,
        /** It is another name for it. */
        SYNONYM,
        /** It is a name that can also mean something else. */
        DOUBTFUL,
        /** It is nearly one of these. */
        SIMILAR
    }

    /**
     * What a header seems to mean.
     *
     * @param name the canonical name
     * @param way how it was recognised
     */
    record Match(String name, Way way) {}

    private HeaderSynonyms() {}

    private static Map<String, Match> known() {
        Map<String, Match> known = new HashMap<>();
        for (String entry : TABLE.replace("\n ", " ").split("\n", -1)) {
            int colon = entry.indexOf(':');
            if (colon > 0) {
                String name = entry.substring(0, colon);
                String[] sorts = entry.substring(colon + 1).split("~", -1);
                known.put(compact(HeaderKey.words(name)), new Match(name, Way.SYNONYM));
                put(known, sorts[0], new Match(name, Way.SYNONYM));
                if (sorts.length > 1) {
                    put(known, sorts[1], new Match(name, Way.DOUBTFUL));
                }
            }
        }
        return known;
    }

    private static void put(Map<String, Match> known, String list, Match match) {
        for (String synonym : list.split(",", -1)) {
            String key = compact(HeaderKey.words(synonym));
            if (!key.isEmpty()) {
                known.putIfAbsent(key, match);
            }
        }
    }

    private static String compact(String words) {
        return words.replace(" ", "");
    }

    /** What a header seems to mean, or null. */
    static @Nullable Match match(String label) {
        String own = CanonicalColumns.normalise(label);
        if (CanonicalColumns.kind(own) != null) {
            return new Match(own, Way.NAME);
        }
        List<String> keys = new ArrayList<>(HeaderKey.candidates(label));
        for (String key : keys) {
            Match match = KNOWN.get(compact(key));
            if (match != null) {
                return match;
            }
            Matcher diary = DIARY.matcher(key);
            if (diary.matches() && CanonicalColumns.minutes(diary.group(1)) >= 0) {
                return new Match("soreness_at_" + diary.group(1) + "h", Way.SYNONYM);
            }
        }
        for (String key : keys) {
            String near = key.length() < SHORTEST_SIMILAR ? null : NearestName.misspelt(compact(key), SORTED);
            if (near != null && near.length() >= SHORTEST_SIMILAR) {
                return new Match(
                        KNOWN.getOrDefault(near, new Match(near, Way.SIMILAR)).name(), Way.SIMILAR);
            }
        }
        return null;
    }
}
