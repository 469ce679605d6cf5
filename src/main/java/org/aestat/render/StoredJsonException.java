package org.aestat.render;

/** A stored JSON document is not what it should be. The message says why, as part of a sentence. */
public final class StoredJsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param why what is wrong, after "cannot be used: "
     */
    public StoredJsonException(String why) {
        super(why);
    }
}
