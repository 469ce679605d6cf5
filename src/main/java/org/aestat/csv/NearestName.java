package org.aestat.csv;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody probably meant. */
public final class NearestName {

    /** Nobody misspells what is longer, and the work grows with its square. */
    private static final int LONGEST = 200;

    private NearestName() {}

    /**
     * The name nearest to the one written: the fewest characters inserted, left out, replaced or swapped, without case.
     *
     * @param written what was written
     * @param names the names there are; of equally near ones the first is taken
     * @return the nearest name, or null if none is near: a third of the written characters differ at most
     */
    public static @Nullable String find(String written, Collection<String> names) {
        return within(Math.max(1, written.length() / 3), written, names);
    }

    /**
     * The name of which the one written looks like a misspelling: a quarter of the written characters differ at most.
     *
     * @return the name, or null if there is none so near
     */
    static @Nullable String misspelt(String written, Collection<String> names) {
        return within(written.length() / 4, written, names);
    }

    private static @Nullable String within(int differences, String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return null;
        }
        String folded = written.toLowerCase(Locale.ROOT);
        long letters = letters(folded);
        int best = differences + 1;
        String nearest = null;
        for (String name : names) {
            String other = name.toLowerCase(Locale.ROOT);
            boolean mayBeNear =
                    Math.abs(other.length() - folded.length()) < best && foreign(letters, letters(other)) < best;
            int distance = mayBeNear ? distance(folded, other, best) : best;
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Which characters a text has, one bit for all that are equal in their last six. */
    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << text.charAt(i);
        }
        return letters;
    }

    /** How many differences two texts have at least: one brings in, or takes away, one character that only one has. */
    private static int foreign(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }

    /** A sentence with a leading space that suggests the nearest name, or nothing if none is near. */
    public static String suggestion(String written, Collection<String> names) {
        String nearest = find(written, names);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }

    /** The distance of two texts, or some number from the limit on where it is not below that. */
    private static int distance(String a, String b, int limit) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
                if (isSwap(a, i, b, j)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, current[j]);
            }
            if (least > limit) {
                return least;
            }
            beforeLast = last;
            last = current;
        }
        return last[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
