package org.aestat.pipeline;

/** Input that is readable but must not be analysed; the message is complete, for people, and holds no cell. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataException(String message) {
        super(message);
    }
}
