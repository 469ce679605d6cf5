package org.aestat.render;

/** The characters a page is drawn with. */
enum Glyphs {
    /** For terminals that show Unicode. */
    UNICODE("…", "─", "│", "└", "┴", " ▁▂▃▄▅▆▇█", "•"),
    /** For all others. */
    ASCII("...", "-", "|", "+", "+", " #", "-");

    private final String ellipsis;
    private final String rule;
    private final String axis;
    private final String corner;
    private final String tick;
    private final String fills;
    private final String bullet;

    Glyphs(String ellipsis, String rule, String axis, String corner, String tick, String fills, String bullet) {
        this.ellipsis = ellipsis;
        this.rule = rule;
        this.axis = axis;
        this.corner = corner;
        this.tick = tick;
        this.fills = fills;
        this.bullet = bullet;
    }

    /** What stands for text left out. */
    String ellipsis() {
        return ellipsis;
    }

    /** A piece of a horizontal line. */
    String rule() {
        return rule;
    }

    /** A piece of a vertical axis. */
    String axis() {
        return axis;
    }

    /** Where the axes meet. */
    String corner() {
        return corner;
    }

    /** A mark on the horizontal axis. */
    String tick() {
        return tick;
    }

    /** What begins an item of a list. */
    String bullet() {
        return bullet;
    }

    /** The number of equal steps from an empty to a full character cell. */
    int fillSteps() {
        return fills.length() - 1;
    }

    /** A character cell filled from below by a number of steps. */
    char fill(int steps) {
        return fills.charAt(Math.max(0, Math.min(fillSteps(), steps)));
    }
}
