package org.aestat.pipeline;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.aestat.csv.ProblemCode;
import org.aestat.csv.RowProblem;
import org.aestat.result.ValidationResult.Example;
import org.aestat.result.ValidationResult.Problem;
import org.aestat.result.ValidationResult.Severity;

/** The problems found, counted by code; of each code the first by file and line are kept. */
final class Findings {

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::file).thenComparingLong(Place::line).thenComparingLong(Place::rank);

    private final int most;
    private final Map<ProblemCode, Tally> tallies = new EnumMap<>(ProblemCode.class);
    private long total;

    private record Place(int file, long line, long rank, RowProblem problem) {}

    private static final class Tally {
        private final PriorityQueue<Place> first = new PriorityQueue<>(ORDER.reversed());
        private long count;
    }

    /**
     * No problems yet.
     *
     * @param most how many of each code are kept
     */
    Findings(int most) {
        this.most = most;
    }

    /**
     * Takes a problem.
     *
     * @param file the place of its file among the inputs
     * @param problem the problem
     */
    void add(int file, RowProblem problem) {
        Tally tally = tallies.computeIfAbsent(problem.code(), code -> new Tally());
        tally.count++;
        tally.first.add(new Place(file, problem.line(), total++, problem));
        if (tally.first.size() > most) {
            tally.first.remove();
        }
    }

    /** What was found, by code. */
    List<Problem> list() {
        return tallies.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Problem problem(ProblemCode code, Tally tally) {
        return new Problem(
                code.code(),
                code.isError() ? Severity.ERROR : Severity.WARNING,
                code.sentence(),
                tally.count,
                tally.first.stream()
                        .sorted(ORDER)
                        .map(Place::problem)
                        .map(Findings::example)
                        .toList());
    }

    private static Example example(RowProblem problem) {
        return new Example(problem.file(), problem.line(), problem.column(), problem.found(), problem.expected());
    }
}
