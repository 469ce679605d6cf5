package org.aestat.analysis;

import java.io.Serializable;
import java.util.List;
import org.aestat.session.Course;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;

/**
 * Where patients are counted: there is a tally for each stratum. With one grouping, there is another for the patients
 * whom this stratum has to itself, who are most: they are counted once, and {@linkplain #settle settled} in their
 * stratum and the overall one before anything is read.
 */
final class TallyPlaces implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int SEVERAL = -1;

    private final Strata strata;
    private final StrataOfPatient tallies;
    private final int[] ofSession;
    private final int[] ofPatient = new int[1];
    /** The stratum that has the patient at hand to itself; overall before there is one. */
    private int only = Strata.OVERALL;
    /** Whether every tally that is not that of a stratum is empty. */
    private boolean settled = true;

    /** Moves what was counted of the patients whom a stratum has to itself. */
    interface Move {
        /**
         * Adds a tally to two others and empties it.
         *
         * @param stratum the place of the stratum, whose tally is one of the two; the other is the overall one
         * @param own the place of the tally to be moved
         */
        void move(int stratum, int own);
    }

    TallyPlaces(Strata strata) {
        this.strata = strata;
        tallies = new StrataOfPatient(size());
        ofSession = new int[1 + strata.groupings()];
    }

    /** How many tallies there are; those of the strata come first. */
    int size() {
        return strata.groupings() == 1 ? 2 * strata.size() - 1 : strata.size();
    }

    private int own(int stratum) {
        return strata.size() - 1 + stratum;
    }

    /** Looks at all sessions of the patient to come, before they are counted. */
    void begin(PatientHistory history) {
        if (strata.groupings() == 1) {
            for (Session session : history.inOneView()) {
                look(session);
            }
        }
    }

    /** Looks at all courses of the patient to come, each of which is counted where its first session is. */
    void begin(List<Course> courses) {
        if (strata.groupings() == 1) {
            for (Course course : courses) {
                look(course.get(0));
            }
        }
    }

    private void look(Session session) {
        if (strata.contains(session)) {
            int place = strata.place(session, 0);
            only = only == Strata.OVERALL || only == place ? place : SEVERAL;
            ofPatient[0] = own(place);
        }
    }

    /** The tallies in which a session of the patient at hand counts, which is looked at. */
    int[] of(Session session) {
        if (only > Strata.OVERALL) {
            settled = false;
            tallies.add(ofPatient[0]);
            return ofPatient;
        }
        strata.places(session, ofSession);
        for (int place : ofSession) {
            tallies.add(place);
        }
        return ofSession;
    }

    /** How many tallies the patient at hand was counted in. */
    int count() {
        return tallies.size();
    }

    /** The place of one of them. */
    int get(int index) {
        return tallies.get(index);
    }

    /** Ends the patient at hand. */
    void end() {
        tallies.clear();
        only = Strata.OVERALL;
    }

    /** Leaves nothing to the tallies that are not those of the strata. */
    void settle(Move move) {
        if (!settled) {
            for (int stratum = 1; stratum < strata.size(); stratum++) {
                move.move(stratum, own(stratum));
            }
            settled = true;
        }
    }

    /** To be told when the tallies of others were added to these. */
    void join(TallyPlaces others) {
        settled &= others.settled;
    }
}
