package org.aestat.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a header in a form in which spellings do not count: small letters without accents, and digits. */
final class HeaderKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9.]+|\\.(?![0-9])|(?<![0-9])\\.");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Pattern CHOICE = Pattern.compile(".*\\(choice=(.*)\\)", Pattern.DOTALL);
    private static final Pattern CHECKBOX = Pattern.compile("(.*[^_])___(.+)", Pattern.DOTALL);
    private static final List<String> EVENT_WORDS =
            List.of("ae", "sae", "adverse event", "side effect", "nebenwirkung");

    private HeaderKey() {}

    /** The words, joined by single spaces; empty where there are only other scripts and signs. */
    static String words(String text) {
        String folded = Words.fold(text).replace("ß", "ss");
        String plain = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("");
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    /** What a header may be called: as a whole, by its choice, without brackets, without a word for adverse events. */
    static List<String> candidates(String label) {
        Matcher choice = CHOICE.matcher(label);
        Matcher checkbox = CHECKBOX.matcher(label);
        if (choice.matches()) {
            return List.of(words(choice.group(1)));
        }
        if (checkbox.matches()) {
            return List.of(words(checkbox.group(2)));
        }
        String whole = words(label);
        String short0 = words(BRACKETS.matcher(label).replaceAll(" "));
        List<String> keys = new ArrayList<>(List.of(whole, short0));
        for (String start : EVENT_WORDS) {
            if (short0.startsWith(start + " ")) {
                keys.add(short0.substring(start.length() + 1));
            }
        }
        return keys.stream().filter(key -> !key.isEmpty()).distinct().toList();
    }

    /** Whether a header is one choice of a field of several. */
    static boolean isCheckbox(String label) {
        return CHOICE.matcher(label).matches() || CHECKBOX.matcher(label).matches();
    }

    /** Whether a header says that it is about adverse events. */
    static boolean isAboutEvents(String label) {
        String key = " " + words(label) + " ";
        return Stream.concat(EVENT_WORDS.stream(), EVENT_WORDS.stream().map(word -> word + "s"))
                .anyMatch(word -> key.contains(" " + word + " "));
    }

    /** Whether one of the words or phrases stands in a header. */
    static boolean hasAny(String label, String... phrases) {
        String key = " " + words(label) + " ";
        return Arrays.stream(phrases).anyMatch(phrase -> key.contains(" " + phrase + " "));
    }
}
