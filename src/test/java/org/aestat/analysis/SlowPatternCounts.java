package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many patients have each pattern of integers. Patients alike are kept once, in no order; the counts are read in
 * the order of the patterns, so that sums over them depend on the data alone.
 */
final class SlowPatternCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<Pattern, Long> counts = new HashMap<>();

    /** A pattern and how many patients have it. */
    static final class Counted {

        private final int[] pattern;
        private final long patients;

        private Counted(Pattern pattern, long patients) {
            this.pattern = pattern.values;
            this.patients = patients;
        }

        /** The rows of the pattern one after the other; not to be changed. */
        int[] pattern() {
            return pattern;
        }

        long patients() {
            return patients;
        }
    }

    private static final class Pattern implements Comparable<Pattern>, Serializable {

        private static final long serialVersionUID = 1;

        private final int[] values;

        private Pattern(int[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pattern that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public int compareTo(Pattern other) {
            return Arrays.compare(values, other.values);
        }
    }

    /**
     * Counts a patient.
     *
     * @param rows the patient's rows of equal length, in any order; none is no patient
     */
    void add(List<int[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.sort(Arrays::compare);
        int width = rows.get(0).length;
        int[] values = new int[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, values, i * width, width);
        }
        counts.merge(new Pattern(values), 1L, Long::sum);
    }

    void add(SlowPatternCounts other) {
        other.counts.forEach((pattern, patients) -> counts.merge(pattern, patients, Long::sum));
    }

    /** The patterns in their order. */
    List<Counted> sorted() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
