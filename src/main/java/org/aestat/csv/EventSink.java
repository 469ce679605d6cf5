package org.aestat.csv;

/** Takes the rows of a file of adverse events in their order, one call a row. */
public interface EventSink {

    /** A row, which may be one that cannot be read. */
    void event(EventRow row);

    /**
     * A row that the mapping leaves out; nothing else in it was checked.
     *
     * @param reason the place of the reason among {@link Mapping#ignoredTerms()}
     */
    void ignored(int reason);
}
