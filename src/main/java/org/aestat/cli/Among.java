package org.aestat.cli;

/** Whose soreness the curve describes. */
enum Among {
    /** Sessions after which there was some. */
    SORE("sore"),
    /** All sessions, those without any at time 0. */
    ALL("all");

    private final String label;

    Among(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
