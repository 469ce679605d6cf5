package org.aestat.csv;

/** An export that cannot be read to its end; the message is complete, for people, and holds no cell. */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    /**
     * Why an export cannot be read.
     *
     * @param file the export's name
     * @param line the physical line, from 1, or 0 if there is none
     * @param problem what is wrong and how to settle it, as sentences
     */
    InputException(String file, long line, String problem) {
        super(Shape.printable(file + (line == 0 ? "" : ", line " + line) + ": " + problem));
        this.file = file;
        this.line = line;
    }

    /** The export's name. */
    public String file() {
        return file;
    }

    /** The physical line, from 1, or 0 if there is none. */
    public long line() {
        return line;
    }
}
