package org.aestat.session;

/** More sessions than a table can hold. */
public final class FullTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int most;

    FullTableException(int most) {
        super("a table holds at most " + most + " sessions");
        this.most = most;
    }

    /** How many sessions the table can hold. */
    public int most() {
        return most;
    }
}
