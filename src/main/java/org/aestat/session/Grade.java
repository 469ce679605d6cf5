package org.aestat.session;

/** How severe an adverse event was: the general grades of CTCAE v5, each with its number as ordinal. */
public enum Grade {
    /** It did not happen. */
    NONE("none"),
    /** 1. */
    MILD("mild"),
    /** 2. */
    MODERATE("moderate"),
    /** 3. */
    SEVERE("severe"),
    /** 4. */
    LIFE_THREATENING("life-threatening"),
    /** 5. */
    FATAL("fatal");

    private final String word;

    Grade(String word) {
        this.word = word;
    }

    /** The number of the grade, 0 to 5. */
    public int number() {
        return ordinal();
    }

    /** The grade in a word. */
    public String word() {
        return word;
    }

    /** Whether this grade is the other or above it. */
    public boolean isAtLeast(Grade other) {
        return compareTo(other) >= 0;
    }
}
