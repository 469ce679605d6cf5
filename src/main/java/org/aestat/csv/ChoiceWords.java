package org.aestat.csv;

import java.util.Set;
import org.aestat.csv.KnownWords.Group;
import org.jspecify.annotations.Nullable;

/** What the labels of choices say. */
final class ChoiceWords {

    private static final Set<String> NONE = Set.of(
            "none",
            "no",
            "nothing",
            "none of these",
            "none of the above",
            "no adverse event",
            "no adverse events",
            "no side effect",
            "no side effects",
            "no complication",
            "no complications",
            "no reaction",
            "no reactions",
            "keine",
            "keines davon",
            "keine nebenwirkung",
            "keine nebenwirkungen");

    private static final Set<String> GRADES = Set.of("1", "2", "3", "4", "5");

    private ChoiceWords() {}

    /** Whether a choice says that nothing of the others happened. */
    static boolean isNone(String label) {
        return NONE.contains(HeaderKey.words(label));
    }

    /** Whether a choice says that nothing is recorded. */
    static boolean isNotRecorded(String label) {
        return "na".equals(known(label, Group.NOT_RECORDED));
    }

    private static @Nullable String known(String label, Group... groups) {
        int number = KnownWords.find(Cell.of(label));
        if (number == Words.ABSENT) {
            return null;
        }
        KnownWords.Word word = KnownWords.get(number);
        return Set.of(groups).contains(word.group()) ? word.canonical() : null;
    }

    /** The text that a column of this kind takes for a label, or null where the label does not say. */
    static @Nullable String canonical(ValueKind kind, String label) {
        if (kind == ValueKind.TEXT || kind == ValueKind.ID) {
            return label;
        }
        if (isNotRecorded(label)) {
            return "na";
        }
        if (kind == ValueKind.EVENT && isNone(label)) {
            return "no";
        }
        if (kind == ValueKind.EVENT && GRADES.contains(label)) {
            return label;
        }
        String word = known(label, KnownWords.groups(kind).toArray(Group[]::new));
        if (word != null || KnownWords.groups(kind).isEmpty()) {
            return word == null ? number(kind, label) : word;
        }
        String bare = HeaderKey.words(label.replaceAll("\\([^()]*\\)", " "));
        if (kind == ValueKind.EVENT && bare.startsWith("grade ") && GRADES.contains(bare.substring(6))) {
            return grade(bare.substring(6));
        }
        return known(bare, KnownWords.groups(kind).toArray(Group[]::new));
    }

    private static String grade(String number) {
        return number.equals("1") ? "mild" : number;
    }

    private static @Nullable String number(ValueKind kind, String label) {
        ColumnReader reader = new ColumnReader(kind, null, ReadOptions.DEFAULT);
        return reader.read(Cell.of(label)) == CellParser.REJECTED ? null : label;
    }
}
