package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aestat.result.ReliefResult;
import org.aestat.result.Warning;
import org.aestat.session.Course;
import org.aestat.session.Courses;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * How many sessions courses need until relief. Courses are built from all sessions of a patient; a course counts if its
 * first session is looked at, and in the strata of that session.
 */
public final class SessionsToRelief implements Accumulator<PatientHistory, SessionsToRelief.Result, SessionsToRelief> {

    private static final long serialVersionUID = 1;

    private final AnalysisSettings settings;
    private final @Nullable DefinedRelief relief;
    private final @Nullable DefinedRelief second;
    private final Strata strata;
    private final int lastDate;
    private final Courses courses;
    private final ReliefTally[] tallies;
    private final ReliefDays days;
    private final TallyPlaces places;

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
        places = new TallyPlaces(strata);
        relief = definition == null ? null : new DefinedRelief(definition, places.size());
        second = definition == null || !hasPain(table) ? null : new DefinedRelief(definition.second(), places.size());
        this.strata = strata;
        this.settings = settings;
        lastDate = table.lastDate();
        courses = new Courses(table.layout(), settings.courseGap());
        tallies = tallies(places.size());
        days = new ReliefDays(places.size());
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
        boolean pain = hasPain(table);
        if (asked != null) {
            return (asked.needsBaseline() ? pain : column) ? asked : null;
        }
        if (column && (!pain || isReliefRecorded(table))) {
            return ReliefDefinition.COLUMN;
        }
        return pain ? ReliefDefinition.MODERATE : null;
    }

    private static boolean hasPain(SessionTable table) {
        return table.layout().has(Field.PAIN_BEFORE) && table.layout().has(Field.PAIN_AFTER);
    }

    private static boolean isReliefRecorded(SessionTable table) {
        for (int row = 0; row < table.size(); row++) {
            if (table.session(row).relief().isRecorded()) {
                return true;
            }
        }
        return false;
    }

    private SessionsToRelief(SessionsToRelief like) {
        settings = like.settings;
        strata = like.strata;
        lastDate = like.lastDate;
        courses = like.courses.another();
        places = new TallyPlaces(strata);
        relief = fresh(like.relief, places);
        second = fresh(like.second, places);
        tallies = tallies(places.size());
        days = new ReliefDays(places.size());
    }

    private static @Nullable DefinedRelief fresh(@Nullable DefinedRelief defined, TallyPlaces places) {
        return defined == null ? null : new DefinedRelief(defined.definition(), places.size());
    }

    private static ReliefTally[] tallies(int count) {
        ReliefTally[] tallies = new ReliefTally[count];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new ReliefTally();
        }
        return tallies;
    }

    @Override
    public SessionsToRelief fresh() {
        return new SessionsToRelief(this);
    }

    @Override
    public void accept(PatientHistory history) {
        if (relief == null) {
            return;
        }
        List<Course> ofPatient = courses.of(history);
        places.begin(ofPatient);
        for (Course course : ofPatient) {
            course(course);
        }
        for (int i = 0; i < places.count(); i++) {
            endPatient(places.get(i), relief);
        }
        places.end();
    }

    private void endPatient(int place, DefinedRelief defined) {
        tallies[place].endPatient();
        days.endPatient(place);
        defined.endPatient(place);
        if (second != null) {
            second.endPatient(place);
        }
    }

    private void course(Course course) {
        Session first = course.get(0);
        if (relief == null || !strata.contains(first)) {
            return;
        }
        CourseReading reading = read(course, relief);
        CourseReading again = second == null ? null : read(course, second);
        for (int place : places.of(first)) {
            add(course, reading, again, place);
        }
    }

    private void add(Course course, CourseReading reading, @Nullable CourseReading again, int place) {
        tallies[place].course(course, reading);
        days.course(course, reading, place);
        if (relief != null) {
            relief.course(course, reading, place);
        }
        if (second != null && again != null) {
            second.course(course, again, place);
        }
    }

    private void move(int stratum, int own) {
        tallies[Strata.OVERALL].add(tallies[own]);
        tallies[stratum].add(tallies[own]);
        tallies[own] = new ReliefTally();
        days.move(stratum, own);
        if (relief != null) {
            relief.move(stratum, own);
        }
        if (second != null) {
            second.move(stratum, own);
        }
    }

    private CourseReading read(Course course, DefinedRelief defined) {
        return CourseReading.of(course, defined.definition(), lastDate, settings);
    }

    @Override
    public SessionsToRelief combine(SessionsToRelief other) {
        boolean same = Objects.equals(settings, other.settings)
                && strata.equals(other.strata)
                && lastDate == other.lastDate
                && courses.isLike(other.courses)
                && Objects.equals(definition(relief), definition(other.relief))
                && Objects.equals(definition(second), definition(other.second));
        if (!same) {
            throw new IllegalArgumentException("relief of another configuration");
        }
        places.join(other.places);
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].add(other.tallies[i]);
        }
        add(relief, other.relief);
        add(second, other.second);
        days.add(other.days);
        return this;
    }

    private static @Nullable ReliefDefinition definition(@Nullable DefinedRelief defined) {
        return defined == null ? null : defined.definition();
    }

    private static void add(@Nullable DefinedRelief defined, @Nullable DefinedRelief other) {
        if (defined != null && other != null) {
            defined.add(other);
        }
    }

    /** The curve of each stratum with a course, and that of all courses, to be read at any confidence level. */
    public List<ReliefCurve> curves() {
        if (relief == null) {
            return List.of(ReliefCurve.absent());
        }
        places.settle(this::move);
        List<ReliefCurve> curves = new ArrayList<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            if (stratum == Strata.OVERALL || !tallies[stratum].isEmpty()) {
                curves.add(new ReliefCurve(
                        strata.get(stratum),
                        tallies[stratum],
                        relief.patterns(stratum).courses()));
            }
        }
        return curves;
    }

    @Override
    public Result result() {
        if (relief == null) {
            return new Result(List.of(ReliefEstimator.absent()), List.of());
        }
        places.settle(this::move);
        ReliefEstimator estimator = new ReliefEstimator(settings, relief, second, days);
        List<ReliefResult> rows = new ArrayList<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            if (stratum == Strata.OVERALL || !tallies[stratum].isEmpty()) {
                rows.add(estimator.result(stratum, strata.get(stratum), tallies[stratum]));
            }
        }
        return new Result(rows, warnings(relief.definition()));
    }

    /** What the reader of the curves has to know. */
    public List<Warning> warnings() {
        return relief == null ? List.of() : warnings(relief.definition());
    }

    private List<Warning> warnings(ReliefDefinition definition) {
        places.settle(this::move);
        List<Warning> warnings = new ArrayList<>();
        long undated = tallies[Strata.OVERALL].undatedUnrelieved();
        if (undated > 0) {
            warnings.add(new Warning(
                    "courses-without-dates",
                    "Unrelieved courses without a date and an outcome, counted as open though they may be over: "
                            + undated + "."));
        }
        if (definition.isBelowMeasurementError()) {
            warnings.add(new Warning(
                    "below-measurement-error",
                    "The definition '" + definition.label() + "' asks for less than the measurement error reported for"
                            + " neck pain, 4.0 points (Kovacs 2008): some of this relief is chance."));
        }
        return warnings;
    }
}
