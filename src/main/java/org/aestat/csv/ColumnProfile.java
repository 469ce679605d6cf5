package org.aestat.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aestat.csv.KnownWords.Group;
import org.aestat.csv.KnownWords.Word;
import org.aestat.csv.MappingProposal.Seen;
import org.jspecify.annotations.Nullable;

/** What the cells of one column are like, in bounded memory; it keeps shapes, counts and hashes, never a cell. */
final class ColumnProfile {

    private static final int THOUSANDS = 3;

    private final @Nullable ValueKind kind;
    private final int mostDistinct;
    private final @Nullable NumberParser withPoint;
    private final @Nullable NumberParser withComma;
    private final @Nullable EventListParser list;
    private final Set<Long> distinct = new HashSet<>();
    private final ShapeCounts shapes = new ShapeCounts();
    private final ShapeCounts misfits = new ShapeCounts();
    private final Map<Integer, Long> words = new TreeMap<>();
    private final DateForms dates;
    private final Sensitivity sensitivity = new Sensitivity();
    private long recorded;
    private long blank;
    private long fitsWithPoint;
    private long fitsWithComma;
    private long lists;
    private long points;
    private long commas;
    private long thousands;
    private long withDigits;

    /**
     * A profile.
     *
     * @param kind what the column holds by its name, or null
     * @param mostDistinct up to how many distinct texts are counted
     * @param dateFormat the pattern that dates are said to have, or null
     */
    ColumnProfile(@Nullable ValueKind kind, int mostDistinct, @Nullable String dateFormat) {
        this.dates = new DateForms(dateFormat);
        this.kind = kind;
        this.mostDistinct = mostDistinct;
        this.withPoint = kind != null && isNumber(kind) ? new NumberParser(kind, '.') : null;
        this.withComma = kind != null && isNumber(kind) ? new NumberParser(kind, ',') : null;
        this.list = kind == ValueKind.EVENT_LIST ? new EventListParser(Map.of()) : null;
    }

    private static boolean isNumber(ValueKind kind) {
        return kind.isDecimal() || kind == ValueKind.SESSION_NUMBER || kind == ValueKind.NEEDLES;
    }

    /** Takes a cell into account. */
    void accept(Cell cell) {
        if (cell.length() == 0) {
            blank++;
            return;
        }
        recorded++;
        shapes.add(cell);
        if (distinct.size() < mostDistinct) {
            distinct.add(hash(cell));
        }
        int number = KnownWords.find(cell);
        if (number != Words.ABSENT) {
            words.merge(number, 1L, Long::sum);
        }
        boolean date = dates.accept(cell);
        decimals(cell);
        if (!date) {
            sensitivity.accept(cell);
        }
        if (!fits(cell, number, date)) {
            misfits.add(cell);
        }
    }

    private static long hash(Cell cell) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < cell.length(); i++) {
            hash = (hash ^ Character.toLowerCase(cell.charAt(i))) * 0x100000001b3L;
        }
        return hash;
    }

    private void decimals(Cell cell) {
        int mark = -1;
        boolean digit = false;
        boolean number = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if ((c == '.' || c == ',') && mark < 0 && i + 1 < cell.length()) {
                mark = i;
            } else {
                number = false;
            }
        }
        withDigits += digit ? 1 : 0;
        if (number && digit && mark >= 0) {
            if (cell.charAt(mark) == ',') {
                commas++;
            } else {
                points++;
            }
            thousands += cell.length() - mark - 1 == THOUSANDS && mark > 0 && cell.charAt(0) != '0' ? 1 : 0;
        }
    }

    private boolean fits(Cell cell, int word, boolean date) {
        if (kind == null || kind == ValueKind.ID || kind == ValueKind.TEXT) {
            return true;
        }
        Group group = word == Words.ABSENT ? null : KnownWords.get(word).group();
        if (group == Group.NOT_RECORDED) {
            return true;
        }
        if (withPoint != null && withComma != null) {
            boolean point = withPoint.parse(cell) != CellParser.REJECTED;
            boolean comma = withComma.parse(cell) != CellParser.REJECTED;
            fitsWithPoint += point ? 1 : 0;
            fitsWithComma += comma ? 1 : 0;
            return point || comma;
        }
        if (list != null) {
            boolean fits = list.parse(cell) != CellParser.REJECTED;
            lists += fits ? 1 : 0;
            return fits;
        }
        if (kind == ValueKind.DATE) {
            return date || (cell.length() == 8 && cell.chars().allMatch(c -> c >= '0' && c <= '9'));
        }
        return group != null && KnownWords.groups(kind).contains(group);
    }

    long recorded() {
        return recorded;
    }

    long blank() {
        return blank;
    }

    long distinct() {
        return distinct.size();
    }

    boolean isDistinctCapped() {
        return distinct.size() >= mostDistinct;
    }

    DateForms dates() {
        return dates;
    }

    Sensitivity sensitivity() {
        return sensitivity;
    }

    long points() {
        return points;
    }

    long commas() {
        return commas;
    }

    /** Numbers that have exactly three digits after their mark, which could be one of thousands. */
    long thousands() {
        return thousands;
    }

    /** Cells with a digit. */
    long withDigits() {
        return withDigits;
    }

    /** How many recorded cells fit what the column holds by its name. */
    long fitting(boolean decimalComma) {
        if (kind == null || kind == ValueKind.ID || kind == ValueKind.TEXT) {
            return recorded;
        }
        long missing = words(Group.NOT_RECORDED);
        if (withPoint != null) {
            return missing + (decimalComma ? fitsWithComma : fitsWithPoint);
        }
        if (list != null) {
            return missing + lists;
        }
        if (kind == ValueKind.DATE) {
            List<DateForms.Form> best = dates.best();
            return missing + (best.isEmpty() ? 0 : best.get(0).cells());
        }
        return missing + KnownWords.groups(kind).stream().mapToLong(this::words).sum();
    }

    /** How many cells are words of a group. */
    long words(Group group) {
        return words.entrySet().stream()
                .filter(entry -> KnownWords.get(entry.getKey()).group() == group)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many cells are this word. */
    long word(String word) {
        return words.getOrDefault(KnownWords.find(Cell.of(word)), 0L);
    }

    /** The words of some groups that stand in the column, in the order of the alphabet. */
    List<Word> wordsOf(List<Group> groups) {
        return words.keySet().stream()
                .map(KnownWords::get)
                .filter(word -> groups.contains(word.group()))
                .toList();
    }

    /** Known words of the column's kind with their counts, then shapes; just shapes where it does not hold words. */
    List<Seen> seen() {
        List<Group> groups = kind == null ? List.of() : KnownWords.groups(kind);
        if (groups.isEmpty()) {
            return shapes.seen();
        }
        List<Seen> seen = new ArrayList<>();
        words.forEach((number, count) -> {
            Word word = KnownWords.get(number);
            if (groups.contains(word.group()) || word.group() == Group.NOT_RECORDED) {
                seen.add(new Seen(word.text(), count));
            }
        });
        seen.sort(Comparator.comparingLong(Seen::count).reversed());
        seen.addAll(misfits());
        return seen;
    }

    /** The shapes of cells that do not fit, the most frequent first. */
    List<Seen> misfits() {
        return misfits.seen();
    }
}
