package org.aestat.cli;

/** The exit codes of every command; public, and never renumbered. */
final class ExitCode {

    /** Done. */
    static final int OK = 0;

    /** A defect in aestat. */
    static final int INTERNAL = 1;

    /** A wrong option or mapping, said before any row is read. */
    static final int USAGE = 2;

    /** Input that cannot be read, or more rejected rows than allowed. */
    static final int DATA = 3;

    private ExitCode() {}
}
