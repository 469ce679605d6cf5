package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aestat.result.CurveTest;
import org.aestat.result.SorenessResult;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.Soreness;
import org.aestat.session.SorenessForm;
import org.jspecify.annotations.Nullable;

/** How soreness resolves, stratum by stratum, and whether that differs between strata. */
public final class SorenessResolution
        implements Accumulator<PatientHistory, SorenessResolution.Result, SorenessResolution> {

    private static final long serialVersionUID = 1;

    /** The event had not happened when last seen. */
    static final int STILL_SORE = -1;

    private final AnalysisSettings settings;
    private final Strata strata;
    private final Strata blocks;
    private final @Nullable SorenessForm form;
    private final ArrayList<Integer> diaryMinutes;
    private final SorenessTally[] tallies;
    private final PatternCounts patterns = new PatternCounts();
    private final StrataOfPatient strataOfPatient;

    /**
     * The rows and the test.
     *
     * @param rows stratum by stratum, all sessions first
     * @param test the test between strata, null where there is one stratum only
     */
    public record Result(
            List<SorenessResult> rows, @Nullable CurveTest test) implements Serializable {}

    /**
     * An empty accumulator.
     *
     * @param form the form of record to analyse, null where the data set has none
     * @param diaryMinutes the planned times of the diary
     * @param strata the strata of the data set, with at most one grouping
     * @param blocks the strata within which the test compares, with at most one grouping; none compares all
     * @param settings the choices of the run
     */
    public SorenessResolution(
            @Nullable SorenessForm form,
            List<Integer> diaryMinutes,
            Strata strata,
            Strata blocks,
            AnalysisSettings settings) {
        this.blocks = blocks;
        this.form = form;
        this.diaryMinutes = new ArrayList<>(form == SorenessForm.DIARY ? diaryMinutes : List.of());
        this.strata = strata;
        this.settings = settings;
        tallies = new SorenessTally[strata.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new SorenessTally(this.diaryMinutes.size());
        }
        strataOfPatient = new StrataOfPatient(strata.size());
    }

    @Override
    public SorenessResolution fresh() {
        return new SorenessResolution(form, diaryMinutes, strata, blocks, settings);
    }

    @Override
    public void accept(PatientHistory history) {
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                Soreness soreness = form == null ? Soreness.notRecorded() : session.soreness(form);
                int stratum = place(strata, session);
                count(soreness, session, Strata.OVERALL);
                if (stratum != Strata.OVERALL) {
                    count(soreness, session, stratum);
                }
                addToPattern(soreness, stratum, place(blocks, session));
            }
        }
        patterns.endPatient();
        for (int i = 0; i < strataOfPatient.size(); i++) {
            tallies[strataOfPatient.get(i)].endPatient();
        }
        strataOfPatient.clear();
    }

    private static int place(Strata strata, Session session) {
        return strata.groupings() == 0 ? Strata.OVERALL : strata.place(session, 0);
    }

    private void count(Soreness soreness, Session session, int stratum) {
        tallies[stratum].session(soreness, session);
        strataOfPatient.add(stratum);
    }

    private void addToPattern(Soreness soreness, int stratum, int block) {
        switch (soreness.state()) {
            case ENDED ->
                patterns.row(
                        SorenessPatterns.first(stratum, soreness.after()),
                        SorenessPatterns.second(soreness.by(), block));
            case STILL_SORE ->
                patterns.row(
                        SorenessPatterns.first(stratum, soreness.after()), SorenessPatterns.second(STILL_SORE, block));
            case NEVER_SORE -> {
                if (settings.neverSoreIncluded()) {
                    patterns.row(SorenessPatterns.first(stratum, 0), SorenessPatterns.second(0, block));
                }
            }
            default -> {}
        }
    }

    @Override
    public SorenessResolution combine(SorenessResolution other) {
        if (!(Objects.equals(settings, other.settings)
                && strata.equals(other.strata)
                && blocks.equals(other.blocks)
                && form == other.form
                && diaryMinutes.equals(other.diaryMinutes))) {
            throw new IllegalArgumentException("soreness of another configuration");
        }
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].add(other.tallies[i]);
        }
        patterns.add(other.patterns);
        return this;
    }

    /** The curve of each stratum, to be read at any confidence level. */
    public List<SorenessCurve> curves() {
        SorenessPatterns sorted = new SorenessPatterns(patterns.sorted(), strata.size());
        List<SorenessCurve> curves = new ArrayList<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            curves.add(new SorenessCurve(
                    form,
                    strata.get(stratum),
                    tallies[stratum].counts(settings.neverSoreIncluded()),
                    sorted,
                    stratum,
                    settings));
        }
        return curves;
    }

    @Override
    public Result result() {
        Findings findings = findings();
        return new Result(findings.rows(), findings.test());
    }

    /** The rows and the test, each computed when it is asked for. */
    public Findings findings() {
        return new Findings(new SorenessPatterns(patterns.sorted(), strata.size()));
    }

    /** What the histories say about curves and their differences; the two may be asked for at the same time. */
    public final class Findings {

        private final SorenessPatterns sorted;

        private Findings(SorenessPatterns sorted) {
            this.sorted = sorted;
        }

        /** The curve of each stratum, all sessions first. */
        public List<SorenessResult> rows() {
            SorenessEstimator estimator = new SorenessEstimator(settings, diaryMinutes);
            if (form == null) {
                return List.of(SorenessEstimator.absent(tallies[Strata.OVERALL]));
            }
            List<SorenessResult> rows = new ArrayList<>();
            for (int stratum = 0; stratum < strata.size(); stratum++) {
                rows.add(
                        form == SorenessForm.DURATION
                                ? estimator.durations(strata.get(stratum), tallies[stratum], sorted.times(stratum))
                                : estimator.intervals(
                                        strata.get(stratum),
                                        tallies[stratum],
                                        sorted.intervals(stratum),
                                        sorted.resampled(stratum)));
            }
            return rows;
        }

        /** The test between strata; null where there is one stratum only, or no record of soreness. */
        public @Nullable CurveTest test() {
            return form == null || strata.size() < 3 ? null : new SorenessTest(form, strata, blocks, sorted).run();
        }
    }
}
