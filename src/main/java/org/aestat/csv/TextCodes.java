package org.aestat.csv;

import java.util.Arrays;
import org.aestat.session.Dictionary;

/** The codes that a dictionary gives to the texts of some slots. Those of texts with numbers are looked up once. */
final class TextCodes {

    private static final int NONE = 0;

    private final int[] slots;
    private final Dictionary dictionary;
    /** By the number of the first text, 0 where there is only one, and that of the last. */
    private final int[][] known;

    /**
     * The codes of some texts, joined where they are several.
     *
     * @param slots where the texts are, at least one
     * @param dictionary gives the codes
     */
    TextCodes(int[] slots, Dictionary dictionary) {
        this.slots = slots;
        this.dictionary = dictionary;
        known = new int[slots.length == 1 ? 1 : SeenTexts.MOST][];
    }

    /** The code of a row's texts, which are not all blank. */
    int code(RowTexts row) {
        int first = slots.length == 1 ? 0 : row.number(slots[0]);
        int last = row.number(slots[slots.length - 1]);
        if (first == RowTexts.NO_NUMBER || last == RowTexts.NO_NUMBER || slots.length > 2) {
            return row.code(slots, dictionary);
        }
        int[] codes = known[first];
        if (codes == null || codes.length <= last) {
            codes = codes == null ? new int[last + 8] : Arrays.copyOf(codes, 2 * last);
            known[first] = codes;
        }
        if (codes[last] == NONE) {
            codes[last] = row.code(slots, dictionary);
        }
        return codes[last];
    }

    /** To be told when the dictionary has lost its texts. */
    void forget() {
        for (int[] codes : known) {
            if (codes != null) {
                Arrays.fill(codes, NONE);
            }
        }
    }
}
