package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.SorenessResult;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.Sessions;
import org.aestat.session.SorenessForm;
import org.aestat.stat.ConfidenceType;
import org.aestat.stat.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures of whole records against survival 3.5-3 and survey 4.1-1 of R 4.2.2; see clinic.R. */
class ClinicReferenceTest {

    private static final List<Integer> DIARY = List.of(1440, 2880, 4320);
    private static final AnalysisSettings SETTINGS = new AnalysisSettings(
            0.95,
            IntervalChoice.AUTO,
            ClusterLevel.PATIENT,
            1.5,
            null,
            90,
            null,
            false,
            new CurveSettings(ConfidenceType.LOG_LOG, 1, 100, false));

    private static final Map<Integer, List<ReferenceTable.Row>> RECORDS =
            ReferenceTable.read("clinic_records.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> FIGURES =
            ReferenceTable.read("clinic.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> HOURS =
            ReferenceTable.read("clinic_diary.csv").sets();

    static Stream<Integer> sets() {
        return RECORDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void paceAndPainAgreeWithR(int set) {
        Sessions sessions = sessions(set);
        SessionsToRelief relief =
                new SessionsToRelief(sessions.table(), ReliefDefinition.COLUMN, overall(sessions), SETTINGS);
        histories(sessions).forEach(relief::accept);
        ReliefResult result = relief.result().rows().get(0);
        ReferenceTable.Row row = FIGURES.get(set).get(0);

        SorenessResult.Mean fall = result.meanPainFall();
        agrees("fall", fall == null ? null : fall.value(), row.number("fall"));
        agrees("its error", fall == null ? null : fall.standardError(), row.number("fall_error"));
        agrees("sessions a week", result.sessionsPerWeek(), row.number("per_week"));
        Quantile days =
                result.estimate().fold(ReliefResult.Figures::daysToRelief, reason -> Quantile.none(reason, null, null));
        agrees("days", days.value(), row.number("days"));
        agrees("lower", days.lower(), row.number("days_lower"));
        agrees("upper", days.upper(), row.number("days_upper"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void trajectoryAgreesWithR(int set) {
        Sessions sessions = sessions(set);
        SorenessResolution soreness =
                new SorenessResolution(SorenessForm.DIARY, DIARY, overall(sessions), overall(sessions), SETTINGS);
        histories(sessions).forEach(soreness::accept);
        SorenessResult result = soreness.result().rows().get(0);

        assertThat(result.trajectory()).hasSameSizeAs(HOURS.get(set));
        for (int i = 0; i < DIARY.size(); i++) {
            ReferenceTable.Row row = HOURS.get(set).get(i);
            SorenessResult.DiaryTime time = result.trajectory().get(i);
            assertThat(time.hours()).isEqualTo(row.number("hours"));
            assertThat(time.recorded()).isEqualTo(row.integer("recorded"));
            agrees("mean", time.meanScore(), row.number("mean"));
            agrees("mean, lower", time.meanLower(), row.number("mean_lower"));
            agrees("mean, upper", time.meanUpper(), row.number("mean_upper"));
            agrees("sore", time.sore(), row.number("sore"));
            agrees("lower", time.lower(), row.number("lower"));
            agrees("upper", time.upper(), row.number("upper"));
        }
        agrees("peak", result.peakHours(), FIGURES.get(set).get(0).number("peak"));
    }

    private static void agrees(String what, Double actual, double expected) {
        ReferenceTable.assertAgrees(what, actual == null ? Double.NaN : actual, expected, 1e-8, 1e-11);
    }

    private static Strata overall(Sessions sessions) {
        return new Strata(sessions.table(), List.of());
    }

    private static Sessions sessions(int set) {
        Sessions sessions = new Sessions(Sessions.layout(EnumSet.allOf(Field.class), DIARY));
        for (ReferenceTable.Row row : RECORDS.get(set)) {
            Consumer<SessionDraft> values = draft -> {
                if (row.has("day")) {
                    draft.setDate(row.integer("day"));
                }
                draft.setNumber(row.integer("number"));
                draft.setRelief(answer(row));
                draft.setPainBefore(units(row, "before"));
                draft.setPainAfter(units(row, "after"));
                for (int i = 0; i < DIARY.size(); i++) {
                    draft.setDiaryScore(i, units(row, "s" + (i + 1)));
                }
            };
            sessions.add(row.text("patient"), values);
        }
        return sessions;
    }

    private static Answer answer(ReferenceTable.Row row) {
        if (!row.has("relief")) {
            return Answer.NOT_RECORDED;
        }
        return row.integer("relief") == 1 ? Answer.YES : Answer.NO;
    }

    private static int units(ReferenceTable.Row row, String column) {
        return row.has(column) ? (int) Math.round(row.number(column) * Session.SCORE_UNITS) : Session.NONE;
    }

    /** The sessions of a patient stand together. */
    private static List<PatientHistory> histories(Sessions sessions) {
        List<PatientHistory> histories = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= sessions.table().size(); end++) {
            if (end == sessions.table().size()
                    || sessions.table().patient(end) != sessions.table().patient(start)) {
                int[] rows = IntStream.range(start, end).toArray();
                histories.add(new PatientHistory(sessions.table(), rows, 0, rows.length));
                start = end;
            }
        }
        return histories;
    }
}
