package org.aestat.csv;

/**
 * How a database writes a table as text: a line for each row, a backslash before every character that would otherwise
 * end a field or a row, {@code \N} where nothing is recorded, and no quotes.
 */
public enum Dialect {
    /** {@code SELECT ... INTO OUTFILE} and {@code mysql --batch}: fields are separated by tabs. */
    MYSQL("mysql", '\t', false),
    /** {@code COPY ... TO} in its text format: fields are separated by tabs. */
    POSTGRESQL("postgresql", '\t', false),
    /** {@code UNLOAD TO}: a bar after every field, also after the last of a row. */
    INFORMIX("informix", '|', true);

    private final String label;
    private final char delimiter;
    private final boolean rowsEndWithDelimiter;

    Dialect(String label, char delimiter, boolean rowsEndWithDelimiter) {
        this.label = label;
        this.delimiter = delimiter;
        this.rowsEndWithDelimiter = rowsEndWithDelimiter;
    }

    /** The word for it on the command line. */
    public String label() {
        return label;
    }

    /** The character between fields unless another one is stated. */
    char delimiter() {
        return delimiter;
    }

    /** Whether the delimiter stands after the last field of a row too. */
    boolean rowsEndWithDelimiter() {
        return rowsEndWithDelimiter;
    }
}
