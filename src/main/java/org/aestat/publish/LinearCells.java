package org.aestat.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts, some of them withheld, with the linear relations that a reader knows between them; and what a reader can
 * work out of a withheld count: the narrowest range that the relations give when each is applied to the ranges of the
 * other counts until nothing changes.
 */
final class LinearCells {

    /** No count is that large. */
    static final long UNLIMITED = 1_000_000_000_000L;

    private static final long NEVER_MORE_PASSES = 100_000;

    /** Counts whose sum, with weights 1 and -1, is 0, or at least 0. */
    static final class Relation {

        private final int[] cells;
        private final int[] weights;
        private final boolean equal;

        private Relation(int[] cells, int[] weights, boolean equal) {
            this.cells = cells;
            this.weights = weights;
            this.equal = equal;
        }

        int size() {
            return cells.length;
        }

        int cell(int place) {
            return cells[place];
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<List<Relation>> relationsOf = new ArrayList<>();
    private final Set<Integer> withheldRows = new HashSet<>();
    private long[] lower = {};
    private long[] upper = {};

    /** One count. */
    static final class Cell {

        private final long value;
        private final int rank;
        private final int row;
        private boolean withheld;
        private boolean small;
        private boolean likeZero;
        private long lowest;
        private long highest = UNLIMITED;

        private Cell(long value, int rank, int row) {
            this.value = value;
            this.rank = rank;
            this.row = row;
        }

        long value() {
            return value;
        }

        /** How dear it is to withhold. */
        int rank() {
            return rank;
        }

        /** The row of the table in which it stands. */
        int row() {
            return row;
        }

        boolean isWithheld() {
            return withheld;
        }

        boolean isSmall() {
            return small;
        }

        /** The least that a reader must not be able to rule out. */
        long least() {
            return likeZero ? 0 : 1;
        }

        long lowest() {
            return lowest;
        }
    }

    /**
     * Adds a count that is shown.
     *
     * @param value the count
     * @param rank how dear it is to withhold
     * @param row the row of the table in which it stands
     * @return its number
     */
    int add(long value, int rank, int row) {
        cells.add(new Cell(value, rank, row));
        relationsOf.add(new ArrayList<>());
        return cells.size() - 1;
    }

    /** Withholds a count because it is small itself. */
    void withholdSmall(int cell) {
        withhold(cell);
        cells.get(cell).small = true;
    }

    /** Withholds a count so that a small one cannot be told from zero. */
    void withholdLikeZero(int cell) {
        withholdSmall(cell);
        cells.get(cell).likeZero = true;
    }

    /** Withholds a count that would give another away. */
    void withhold(int cell) {
        cells.get(cell).withheld = true;
        withheldRows.add(cells.get(cell).row);
    }

    /** Shows a count again. */
    void show(int cell) {
        cells.get(cell).withheld = false;
    }

    /** States a range with a withheld count. */
    void state(int cell, long lowest, long highest) {
        cells.get(cell).lowest = lowest;
        cells.get(cell).highest = highest;
    }

    /** Withholds all counts and states nothing of them. */
    void withholdAll() {
        for (Cell cell : cells) {
            cell.withheld = true;
            cell.lowest = 0;
            cell.highest = UNLIMITED;
        }
    }

    /** The sum of some counts is another. */
    void sum(List<Integer> parts, int total) {
        relate(parts, List.of(total), true);
    }

    /** The sum of some counts is at least that of others. */
    void atLeast(List<Integer> more, List<Integer> less) {
        relate(more, less, false);
    }

    private void relate(List<Integer> plus, List<Integer> minus, boolean equal) {
        int[] members = new int[plus.size() + minus.size()];
        int[] weights = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            boolean first = i < plus.size();
            members[i] = first ? plus.get(i) : minus.get(i - plus.size());
            weights[i] = first ? 1 : -1;
        }
        Relation relation = new Relation(members, weights, equal);
        relations.add(relation);
        for (int member : members) {
            relationsOf.get(member).add(relation);
        }
    }

    /** Whether something is withheld from a row. */
    boolean isDamaged(int row) {
        return withheldRows.contains(row);
    }

    int size() {
        return cells.size();
    }

    Cell cell(int number) {
        return cells.get(number);
    }

    List<Relation> relationsOf(int cell) {
        return relationsOf.get(cell);
    }

    /** The least that a reader can work out of a count, after {@link #narrow()}. */
    long lower(int cell) {
        return lower[cell];
    }

    /** The most, after {@link #narrow()}. */
    long upper(int cell) {
        return upper[cell];
    }

    /** Works out what a reader can. */
    void narrow() {
        lower = new long[cells.size()];
        upper = new long[cells.size()];
        for (int i = 0; i < lower.length; i++) {
            Cell cell = cells.get(i);
            lower[i] = cell.withheld ? cell.lowest : cell.value;
            upper[i] = cell.withheld ? cell.highest : cell.value;
        }
        boolean changed = true;
        for (long pass = 0; changed && pass < NEVER_MORE_PASSES; pass++) {
            changed = false;
            for (Relation relation : relations) {
                changed |= apply(relation);
            }
        }
    }

    /** Narrows all counts of a relation by one look at their ranges. */
    private boolean apply(Relation relation) {
        long least = 0;
        long most = 0;
        int withoutLeast = 0;
        int withoutMost = 0;
        for (int place = 0; place < relation.size(); place++) {
            int cell = relation.cells[place];
            boolean plus = relation.weights[place] > 0;
            boolean unlimited = upper[cell] == UNLIMITED;
            least += plus ? lower[cell] : unlimited ? 0 : -upper[cell];
            most += !plus ? -lower[cell] : unlimited ? 0 : upper[cell];
            withoutLeast += !plus && unlimited ? 1 : 0;
            withoutMost += plus && unlimited ? 1 : 0;
        }
        boolean changed = false;
        for (int place = 0; place < relation.size(); place++) {
            int cell = relation.cells[place];
            if (!cells.get(cell).withheld) {
                continue;
            }
            boolean plus = relation.weights[place] > 0;
            boolean unlimited = upper[cell] == UNLIMITED;
            long finite = unlimited ? 0 : upper[cell];
            int others = unlimited ? 1 : 0;
            if (plus) {
                long from = withoutMost == others ? finite - most : 0;
                long to = relation.equal && withoutLeast == 0 ? lower[cell] - least : UNLIMITED;
                changed |= tighten(cell, from, to);
            } else {
                long from = relation.equal && withoutLeast == others ? least + finite : 0;
                long to = withoutMost == 0 ? most + lower[cell] : UNLIMITED;
                changed |= tighten(cell, from, to);
            }
        }
        return changed;
    }

    private boolean tighten(int cell, long from, long to) {
        boolean changed = from > lower[cell] || to < upper[cell];
        lower[cell] = Math.max(lower[cell], from);
        upper[cell] = Math.min(upper[cell], to);
        return changed;
    }

    /** The bound that one relation gives for the count at a place in it. */
    long implied(Relation relation, int place, boolean least) {
        int weight = relation.weights[place];
        if (!relation.equal && weight > 0 != least) {
            return least ? 0 : UNLIMITED;
        }
        long bound = 0;
        for (int i = 0; i < relation.size(); i++) {
            boolean low = relation.weights[i] != weight == least;
            long value = low ? lower[relation.cells[i]] : upper[relation.cells[i]];
            if (i != place) {
                if (!low && value == UNLIMITED) {
                    return least ? 0 : UNLIMITED;
                }
                bound += relation.weights[i] == weight ? -value : value;
            }
        }
        return Math.max(0, Math.min(UNLIMITED, bound));
    }
}
