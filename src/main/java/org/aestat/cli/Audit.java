package org.aestat.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.analysis.AdverseEventRates;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.analysis.OnePass;
import org.aestat.analysis.PatientCount;
import org.aestat.analysis.ReliefDefinition;
import org.aestat.analysis.SessionsToRelief;
import org.aestat.analysis.SeverityOfEvents;
import org.aestat.analysis.SorenessForms;
import org.aestat.analysis.SorenessResolution;
import org.aestat.analysis.Strata;
import org.aestat.analysis.StratumSizes;
import org.aestat.pipeline.DataSet;
import org.aestat.pipeline.Histories;
import org.aestat.result.AuditResult;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.CurveTest;
import org.aestat.result.EventRate;
import org.aestat.result.SorenessResult;
import org.aestat.result.StratumSize;
import org.aestat.result.Warning;
import org.aestat.safety.Benchmarks;
import org.aestat.session.SessionTable;
import org.aestat.session.SorenessForm;
import org.jspecify.annotations.Nullable;

/** Runs the analyses of a command over a data set in one pass and puts their results together. */
final class Audit {

    private final DataSet data;
    private final SessionTable table;
    private final AnalysisSettings settings;
    private final Set<Analysis> analyses;
    private final Map<List<List<String>>, Strata> strata = new HashMap<>();

    /** What takes about as long as the test of the curves does. */
    private record RatesAndCurves(
            @Nullable List<EventRate> rates, @Nullable List<SorenessResult> curves) {}

    Audit(DataSet data, AnalysisSettings settings, Set<Analysis> analyses) {
        this.data = data;
        this.table = data.table();
        this.settings = settings;
        this.analyses = analyses;
    }

    /**
     * The result.
     *
     * @param run what was asked for
     * @param threads how many threads may work, at least 1
     */
    AuditResult result(RunDescription run, int threads) {
        Beside<Histories> histories = Beside.start(() -> new Histories(table), table.size(), threads);
        List<SorenessForm> forms = SorenessForms.recorded(table);
        OnePass pass = new OnePass();
        PatientCount patients = pass.add(new PatientCount());
        AdverseEventRates rates = analyses.contains(Analysis.RATES) ? pass.add(rates()) : null;
        SeverityOfEvents severity = null;
        if (rates != null) {
            SeverityOfEvents graded = new SeverityOfEvents(table, rateStrata(), settings);
            severity = graded.isEmpty() ? null : pass.add(graded);
        }
        SorenessResolution soreness = analyses.contains(Analysis.SORENESS) ? pass.add(soreness(forms)) : null;
        SessionsToRelief relief = analyses.contains(Analysis.RELIEF) ? pass.add(relief()) : null;
        histories.get().forEach(pass, threads);

        SorenessResolution.@Nullable Findings findings = soreness == null ? null : soreness.findings();
        Beside<RatesAndCurves> beside = Beside.start(
                () -> new RatesAndCurves(
                        rates == null ? null : rates.result(), findings == null ? null : findings.rows()),
                table.size(),
                threads);
        CurveTest test = findings == null ? null : findings.test();
        SessionsToRelief.Result sessions = relief == null ? null : relief.result();
        RatesAndCurves estimates = beside.get();
        List<EventRate> eventRates = estimates.rates;
        List<Warning> warnings = new ArrayList<>(data.warnings());
        warnings.addAll(new DataWarnings(table, settings).list(analyses, forms));
        if (rates != null) {
            warnings.addAll(rates.warnings());
        }
        if (sessions != null) {
            warnings.addAll(sessions.warnings());
        }
        return new AuditResult(
                run.command(),
                Version.number(),
                data.inputs(),
                patients.result(),
                run.settings(data.by(), data.stratify()),
                eventRates,
                eventRates == null ? null : benchmarks(eventRates),
                severity == null ? null : severity.result(),
                estimates.curves,
                test,
                sessions == null ? null : sessions.rows(),
                warnings);
    }

    /** How large the strata are that the result tells of. */
    List<StratumSize> sizes() {
        StratumSizes sizes = new StratumSizes(strata(groupings(reliefBy())));
        new Histories(table).forEach(sizes::accept);
        return sizes.result();
    }

    private List<String> reliefBy() {
        boolean hasCondition = table.layout().category("condition") >= 0;
        return data.by().isEmpty() && hasCondition ? List.of("condition") : data.by();
    }

    private List<BenchmarkVerdict> benchmarks(List<EventRate> rates) {
        return new Benchmarks(settings.confidence()).verdicts(rates, data.rows().used());
    }

    private AdverseEventRates rates() {
        return new AdverseEventRates(table.layout(), rateStrata(), settings);
    }

    private Strata rateStrata() {
        List<List<String>> groupings = new ArrayList<>(groupings(data.by()));
        if (DataWarnings.severalReporters(table) && !data.by().equals(List.of(DataWarnings.REPORTED_BY))) {
            groupings.add(List.of(DataWarnings.REPORTED_BY));
        }
        return strata(groupings);
    }

    /** To find the strata of a table takes a look at every session. */
    private Strata strata(List<List<String>> groupings) {
        return strata.computeIfAbsent(groupings, columns -> new Strata(table, columns));
    }

    private SorenessResolution soreness(List<SorenessForm> forms) {
        SorenessForm form = forms.isEmpty() ? null : forms.get(0);
        Strata blocks = strata(groupings(data.stratify()));
        return new SorenessResolution(
                form, table.layout().diaryMinutes(), strata(groupings(data.by())), blocks, settings);
    }

    private SessionsToRelief relief() {
        ReliefDefinition definition = SessionsToRelief.definition(table, settings.relief());
        return new SessionsToRelief(table, definition, strata(groupings(reliefBy())), settings);
    }

    private static List<List<String>> groupings(List<String> by) {
        return by.isEmpty() ? List.of() : List.of(by);
    }
}
