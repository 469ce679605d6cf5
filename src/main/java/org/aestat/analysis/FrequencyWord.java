package org.aestat.analysis;

/**
 * The frequency words of the Council for International Organizations of Medical Sciences (CIOMS Working Group III,
 * 1995).
 */
final class FrequencyWord {

    static final String NONE_OBSERVED = "none observed";

    private static final String[] WORDS = {"very common", "common", "uncommon", "rare"};

    private FrequencyWord() {}

    /** The word for a count in a denominator, compared in integers. */
    static String of(long events, long denominator) {
        if (events == 0) {
            return NONE_OBSERVED;
        }
        long scaled = events;
        for (String word : WORDS) {
            scaled = Math.multiplyExact(scaled, 10);
            if (scaled >= denominator) {
                return word;
            }
        }
        return "very rare";
    }

    /** The word for a limit of a rate. */
    static String of(double limit) {
        double threshold = 10;
        for (String word : WORDS) {
            if (limit * threshold >= 1) {
                return word;
            }
            threshold *= 10;
        }
        return "very rare";
    }
}
