package org.aestat.session;

/** The ways in which exports record how long soreness lasted, the preferred one first. */
public enum SorenessForm {
    /** The last time still sore and the first time clear. */
    INTERVAL,
    /** Scores at planned hours. */
    DIARY,
    /** Hours until it ended, and whether it did. */
    DURATION
}
