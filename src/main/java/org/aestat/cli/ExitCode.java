package org.aestat.cli;

/** The exit codes of every command; public, and never renumbered. */
final class ExitCode {

    /** Done; with {@code check}, every threshold held. */
    static final int OK = 0;

    /** A defect in aestat. */
    static final int INTERNAL = 1;

    /** A wrong option, mapping or policy, said before any row is read. */
    static final int USAGE = 2;

    /** Input that cannot be read, or more rejected rows than allowed. */
    static final int DATA = 3;

    /** A threshold is broken. */
    static final int BREACH = 4;

    /** The data cannot decide a threshold that demands a decision. */
    static final int INCONCLUSIVE = 5;

    /** Only warnings, where they were to fail. */
    static final int WARNED = 6;

    private ExitCode() {}
}
