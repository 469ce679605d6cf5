package org.aestat.csv;

/** A text that ends within a quoted field. */
final class OpenFieldException extends InputException {

    private static final long serialVersionUID = 1L;

    /**
     * The problem of a quote that is not closed.
     *
     * @param file the export's name
     * @param line the physical line on which the record starts
     */
    OpenFieldException(String file, long line) {
        super(
                file,
                line,
                "a quoted field is not closed. Put a quote after its end,"
                        + " or write a quote that is part of the text twice.");
    }
}
