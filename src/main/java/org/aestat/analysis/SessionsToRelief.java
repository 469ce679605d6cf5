package org.aestat.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aestat.result.ReliefResult;
import org.aestat.result.Warning;
import org.aestat.session.Course;
import org.aestat.session.Courses;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;
import org.aestat.stat.CompetingRisks;
import org.aestat.stat.CompetingRisks.Ending;
import org.jspecify.annotations.Nullable;

/**
 * How many sessions courses need until relief. Courses are built from all sessions of a patient; a course counts if its
 * first session is used, and in the strata of that session.
 */
public final class SessionsToRelief implements Accumulator<PatientHistory, SessionsToRelief.Result, SessionsToRelief> {

    private static final long serialVersionUID = 1;

    private final AnalysisSettings settings;
    private final @Nullable ReliefDefinition definition;
    private final Strata strata;
    private final int lastDate;
    private final Courses courses;
    private final ReliefTally[] tallies;
    private final PatternCounts patterns = new PatternCounts();
    private final PatternCounts days = new PatternCounts();

    /**
     * The rows and what the reader has to know.
     *
     * @param rows stratum by stratum, all courses first
     * @param warnings about the courses
     */
    public record Result(List<ReliefResult> rows, List<Warning> warnings) {}

    /**
     * An empty accumulator.
     *
     * @param table the sessions of the data set, of which only the layout and the last date are used
     * @param definition what counts as relief; null where the data set has neither the column nor pain
     * @param strata the strata of the data set, with at most one grouping
     * @param settings the choices of the run
     */
    public SessionsToRelief(
            SessionTable table, @Nullable ReliefDefinition definition, Strata strata, AnalysisSettings settings) {
        this.definition = definition;
        this.strata = strata;
        this.settings = settings;
        lastDate = table.lastDate();
        courses = new Courses(table.layout(), settings.courseGap());
        tallies = new ReliefTally[strata.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new ReliefTally();
        }
    }

    /**
     * The definition by which a data set is analysed: the one that the user names, else the relief column if it holds
     * any value, else a fall of pain by 30 %.
     *
     * @param table the sessions
     * @param asked the user's definition, or null
     * @return null where the data set lacks the columns
     */
    public static @Nullable ReliefDefinition definition(SessionTable table, @Nullable ReliefDefinition asked) {
        boolean column = table.layout().has(Field.RELIEF);
        boolean pain = table.layout().has(Field.PAIN_BEFORE) && table.layout().has(Field.PAIN_AFTER);
        if (asked != null) {
            return (asked.needsBaseline() ? pain : column) ? asked : null;
        }
        if (column && (!pain || isReliefRecorded(table))) {
            return ReliefDefinition.COLUMN;
        }
        return pain ? ReliefDefinition.MODERATE : null;
    }

    private static boolean isReliefRecorded(SessionTable table) {
        for (int row = 0; row < table.size(); row++) {
            if (table.session(row).relief().isRecorded()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void accept(PatientHistory history) {
        if (definition == null) {
            return;
        }
        Map<Integer, List<int[]>> rows = new HashMap<>();
        Map<Integer, List<int[]>> dayRows = new HashMap<>();
        for (Course course : courses.of(history)) {
            if (course.get(0).isUsed()) {
                CourseReading reading = CourseReading.of(course, definition, lastDate, settings.courseGap());
                add(course, reading, Strata.OVERALL, rows, dayRows);
                if (strata.groupings() > 0) {
                    add(course, reading, strata.place(course.get(0), 0), rows, dayRows);
                }
            }
        }
        rows.values().forEach(patterns::add);
        dayRows.values().forEach(days::add);
        for (ReliefTally tally : tallies) {
            tally.endPatient();
        }
    }

    private void add(
            Course course,
            CourseReading reading,
            int stratum,
            Map<Integer, List<int[]>> rows,
            Map<Integer, List<int[]>> dayRows) {
        tallies[stratum].course(course, reading);
        Ending ending = reading.ending();
        if (ending == null) {
            return;
        }
        rows.computeIfAbsent(stratum, key -> new ArrayList<>())
                .add(new int[] {stratum, reading.entry(), reading.exit(), ending.code()});
        Session first = course.get(0);
        Session last = course.get(reading.exitSession());
        if (reading.entry() == 0 && first.hasDate() && last.hasDate()) {
            dayRows.computeIfAbsent(stratum, key -> new ArrayList<>())
                    .add(new int[] {stratum, last.date() - first.date(), ending == Ending.EVENT ? 1 : 0});
        }
    }

    @Override
    public SessionsToRelief combine(SessionsToRelief other) {
        boolean same = settings.equals(other.settings)
                && strata.equals(other.strata)
                && lastDate == other.lastDate
                && courses.equals(other.courses)
                && Objects.equals(definition, other.definition);
        if (!same) {
            throw new IllegalArgumentException("relief of another configuration");
        }
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].add(other.tallies[i]);
        }
        patterns.add(other.patterns);
        days.add(other.days);
        return this;
    }

    @Override
    public Result result() {
        if (definition == null) {
            return new Result(List.of(ReliefEstimator.absent()), List.of());
        }
        ReliefEstimator estimator = new ReliefEstimator(settings, definition);
        ReliefPatterns sorted = new ReliefPatterns(patterns.sorted(), days.sorted(), strata.size());
        List<ReliefResult> rows = new ArrayList<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            if (stratum == Strata.OVERALL || !tallies[stratum].isEmpty()) {
                List<CompetingRisks.Cluster> clusters = sorted.courses(stratum);
                rows.add(estimator.result(strata.get(stratum), tallies[stratum], clusters, sorted.days(stratum)));
            }
        }
        return new Result(rows, warnings());
    }

    private List<Warning> warnings() {
        long undated = tallies[Strata.OVERALL].undatedUnrelieved();
        if (undated == 0) {
            return List.of();
        }
        return List.of(new Warning(
                "courses-without-dates",
                "Unrelieved courses without a date and an outcome, counted as open though they may be over: " + undated
                        + "."));
    }
}
