package org.aestat.csv;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aestat.csv.MappingProposal.Seen;

/** Counts the shapes of cells: the first few by themselves, all others together. */
final class ShapeCounts {

    private static final int MOST_SHAPES = 8;
    private static final int MOST_CACHED = 64;
    private static final String OTHERS = "other shapes";

    private final Map<String, long[]> counts = new LinkedHashMap<>();
    private final Map<Long, long[]> cache = new HashMap<>();

    void add(Cell cell) {
        long key = key(cell);
        long[] count = cache.get(key);
        if (count == null) {
            String shape = Shape.of(cell);
            boolean others = counts.size() >= MOST_SHAPES && !counts.containsKey(shape);
            count = counts.computeIfAbsent(others ? OTHERS : shape, name -> new long[1]);
            if (cache.size() < MOST_CACHED) {
                cache.put(key, count);
            }
        }
        count[0]++;
    }

    /** The same for cells of the same shape only. */
    private static long key(Cell cell) {
        long key = cell.length();
        boolean letters = true;
        for (int i = 0; i < cell.length(); i++) {
            char mask = Shape.masked(cell.charAt(i));
            letters &= mask == 'a' || mask == 'A';
            if (i < Shape.LONGEST) {
                key = key * 0x100000001b3L + mask;
            }
        }
        return key * 2 + (letters ? 1 : 0);
    }

    /** The shapes and how often they were seen, the most frequent first. */
    List<Seen> seen() {
        return counts.entrySet().stream()
                .map(entry -> new Seen(entry.getKey(), entry.getValue()[0]))
                .sorted(Comparator.comparing((Seen seen) -> seen.shape().equals(OTHERS))
                        .thenComparing(Comparator.comparingLong(Seen::count).reversed()))
                .toList();
    }
}
