package org.aestat.csv;

/** A mapping file that cannot be used; the message is complete and for people. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with a mapping.
     *
     * @param file the mapping file
     * @param line the line in it, from 1
     * @param problem what is wrong and what was expected, as sentences
     */
    MappingException(String file, int line, String problem) {
        super(Shape.printable(file + ", line " + line + ": " + problem));
    }
}
