package org.aestat.pipeline;

/** A request that the columns of the export cannot fulfil; the message is complete and for people. */
public final class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RequestException(String message) {
        super(message);
    }
}
