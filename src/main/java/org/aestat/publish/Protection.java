package org.aestat.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aestat.publish.LinearCells.Cell;
import org.aestat.publish.LinearCells.Relation;

/**
 * Withholds further counts until no small one can be worked out from what is shown. Of a small count up to the limit a
 * reader must not be able to rule out any number from 1 to the limit (from 0, where zero is withheld like them); of one
 * above it, withheld because few patients stand behind it, the range must span more than the limit.
 *
 * @param cells the counts
 * @param limit the largest small count
 */
record Protection(LinearCells cells, long limit) {

    /** How much dearer it is to withhold a zero. */
    private static final int ZERO = 5;

    /** How much cheaper it is to withhold a count in a row from which something is withheld already. */
    private static final int DAMAGED = 3;

    private static final int FARTHEST = 4;

    /** Leaves the ranges that a reader can work out in the cells. */
    void complete() {
        cells.narrow();
        for (int open = exposed(); open >= 0; open = exposed()) {
            int next = complement(open);
            if (next < 0) {
                cells.withholdAll();
                cells.narrow();
                return;
            }
            cells.withhold(next);
            cells.narrow();
        }
        showWhatIsNotNeeded();
        refuseContradictions();
    }

    /** What does not hold of the counts cannot be what a reader works out. */
    private void refuseContradictions() {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.cell(i).value() < cells.lower(i) || cells.cell(i).value() > cells.upper(i)) {
                throw new IllegalStateException("counts that contradict each other");
            }
        }
    }

    /** The dearest first. What can be worked out anyway is shown too. */
    private void showWhatIsNotNeeded() {
        List<Integer> complements = IntStream.range(0, cells.size())
                .filter(cell ->
                        cells.cell(cell).isWithheld() && !cells.cell(cell).isSmall())
                .boxed()
                .sorted(Comparator.comparingInt((Integer cell) -> -cost(cell)))
                .toList();
        for (int cell : complements) {
            if (cells.lower(cell) == cells.upper(cell)) {
                cells.show(cell);
            } else {
                cells.show(cell);
                cells.narrow();
                if (exposed() >= 0) {
                    cells.withhold(cell);
                    cells.narrow();
                }
            }
        }
    }

    private int exposed() {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.cell(i).isSmall() && isTooNarrow(cells.cell(i), cells.lower(i), cells.upper(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isTooNarrow(Cell cell, long lower, long upper) {
        return cell.value() > limit ? upper - lower < limit : lower > cell.least() || upper < limit;
    }

    /** The cheapest shown count, near the exposed one, by which its range is narrowed; or -1. */
    private int complement(int exposed) {
        Map<Integer, Integer> distances = new HashMap<>(Map.of(exposed, 0));
        List<Integer> frontier = List.of(exposed);
        int best = -1;
        int lowest = Integer.MAX_VALUE;
        for (int distance = 0; !frontier.isEmpty() && (distance < FARTHEST || best < 0); distance++) {
            List<Integer> next = new ArrayList<>();
            for (int cell : frontier) {
                for (Relation relation : cells.relationsOf(cell)) {
                    if (cell == exposed && !isNarrowing(relation, exposed)) {
                        continue;
                    }
                    for (int place = 0; place < relation.size(); place++) {
                        int member = relation.cell(place);
                        if (distances.putIfAbsent(member, distance) == null) {
                            if (cells.cell(member).isWithheld()) {
                                next.add(member);
                            } else if (best < 0 || isCheaper(member, cost(member) + distance, best, lowest)) {
                                best = member;
                                lowest = cost(member) + distance;
                            }
                        }
                    }
                }
            }
            frontier = next;
        }
        return best;
    }

    private boolean isCheaper(int cell, int cost, int best, int lowest) {
        return cost < lowest
                || (cost == lowest
                        && cells.cell(cell).value() < cells.cell(best).value());
    }

    private int cost(int number) {
        Cell cell = cells.cell(number);
        return cell.rank() + (cell.value() == 0 ? ZERO : 0) - (cells.isDamaged(cell.row()) ? DAMAGED : 0);
    }

    private boolean isNarrowing(Relation relation, int exposed) {
        for (int place = 0; place < relation.size(); place++) {
            if (relation.cell(place) == exposed) {
                long least = cells.implied(relation, place, true);
                long most = cells.implied(relation, place, false);
                Cell cell = cells.cell(exposed);
                return cell.value() > limit
                        ? least >= cells.lower(exposed) || most <= cells.upper(exposed)
                        : isTooNarrow(cell, least, LinearCells.UNLIMITED) || isTooNarrow(cell, 0, most);
            }
        }
        return false;
    }
}
