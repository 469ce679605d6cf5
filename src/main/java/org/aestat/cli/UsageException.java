package org.aestat.cli;

/** A wrong option or file of options; the message is complete and for people. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
