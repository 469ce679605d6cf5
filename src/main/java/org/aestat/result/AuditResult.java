package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one run of a command found out. An analysis that the command does not do is null.
 *
 * @param command the command's name
 * @param version the version of aestat
 * @param inputs the inputs, in the order given
 * @param patients patients with a used session
 * @param settings the choices made
 * @param rates adverse-event rates, stratum by stratum, all sessions first
 * @param benchmarks verdicts on published limits
 * @param severity how severe graded events were, stratum by stratum, all sessions first; null where none is graded
 * @param soreness resolution of soreness, all sessions first
 * @param sorenessTest the test between strata, null without strata
 * @param relief sessions to relief, all courses first
 * @param warnings what the reader has to know
 */
public record AuditResult(
        String command,
        String version,
        List<InputSummary> inputs,
        long patients,
        RunSettings settings,
        @Nullable List<EventRate> rates,
        @Nullable List<BenchmarkVerdict> benchmarks,
        @Nullable List<EventSeverity> severity,
        @Nullable List<SorenessResult> soreness,
        @Nullable CurveTest sorenessTest,
        @Nullable List<ReliefResult> relief,
        List<Warning> warnings) {

    /** The rows of all inputs of sessions together. */
    public RowCounts rows() {
        return InputSummary.sessions(inputs);
    }
}
