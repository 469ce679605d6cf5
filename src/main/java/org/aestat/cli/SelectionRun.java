package org.aestat.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aestat.analysis.AdverseEventRates;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.analysis.OnePass;
import org.aestat.analysis.ReliefCurve;
import org.aestat.analysis.Selection;
import org.aestat.analysis.Selection.Choice;
import org.aestat.analysis.SessionFacts;
import org.aestat.analysis.SessionsToRelief;
import org.aestat.analysis.SorenessCurve;
import org.aestat.analysis.SorenessForms;
import org.aestat.analysis.SorenessResolution;
import org.aestat.analysis.Strata;
import org.aestat.pipeline.DataSet;
import org.aestat.result.EventRate;
import org.aestat.result.Warning;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Threshold;
import org.aestat.session.SessionTable;
import org.aestat.session.SorenessForm;
import org.jspecify.annotations.Nullable;

/** The analyses that the thresholds on one selection of sessions need, and no others. */
final class SelectionRun {

    private final SessionFacts facts;
    private final @Nullable AdverseEventRates rates;
    private final @Nullable SorenessResolution soreness;
    private final @Nullable SessionsToRelief relief;
    private @Nullable Figures figures;

    /**
     * What thresholds must share to be computed together.
     *
     * @param selection which sessions
     * @param by the columns that make strata
     * @param settings the choices of the run
     */
    record Key(Selection selection, List<String> by, AnalysisSettings settings) {

        static Key of(Threshold threshold, CheckSettings settings) {
            List<Choice> choices = threshold.where().stream()
                    .map(filter -> new Choice(filter.column(), filter.values()))
                    .toList();
            return new Key(new Selection(choices), threshold.by(), settings.of(threshold.rule()));
        }
    }

    /**
     * Adds the analyses to a pass.
     *
     * @param data the data set
     * @param key the selection
     * @param thresholds the thresholds on it, with the names that columns have in the table
     * @param pass the pass
     */
    SelectionRun(DataSet data, Key key, List<Threshold> thresholds, OnePass pass) {
        SessionTable table = data.table();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<String> events = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Threshold threshold : thresholds) {
            Kind kind = threshold.metric().kind();
            kinds.add(kind);
            switch (kind) {
                case RATE, PATIENT_RATE, CHANGE, COUNT ->
                    events.add(threshold.metric().argument());
                case NOT_RECORDED -> columns.add(column(data, threshold));
                default -> {}
            }
        }
        List<SorenessForm> forms = SorenessForms.recorded(table);
        SorenessForm form = forms.isEmpty() ? null : forms.get(0);
        Strata strata = new Strata(table, key.by().isEmpty() ? List.of() : List.of(key.by()), key.selection());
        facts = pass.add(new SessionFacts(table, strata, List.copyOf(columns), form));
        rates = events.isEmpty()
                ? null
                : pass.add(new AdverseEventRates(table.layout(), strata, key.settings(), events::contains));
        soreness = kinds.contains(Kind.RESOLVED_BY) || kinds.contains(Kind.MEDIAN_HOURS)
                ? pass.add(new SorenessResolution(
                        form, table.layout().diaryMinutes(), strata, new Strata(table, List.of()), key.settings()))
                : null;
        relief = kinds.contains(Kind.RELIEVED_BY) || kinds.contains(Kind.MEDIAN_SESSIONS)
                ? pass.add(new SessionsToRelief(
                        table, SessionsToRelief.definition(table, key.settings().relief()), strata, key.settings()))
                : null;
    }

    /** The name in the table of the column that a threshold asks about. */
    static String column(DataSet data, Threshold threshold) {
        String column = threshold.metric().argument();
        return data.needed().getOrDefault(column, column);
    }

    /** The figures of the selection, after the pass. */
    Figures figures() {
        if (figures == null) {
            figures = new Figures(
                    facts.result(),
                    rates == null ? List.of() : rates.result(),
                    soreness == null ? List.of() : soreness.curves(),
                    relief == null ? List.of() : relief.curves());
        }
        return figures;
    }

    /**
     * What the analyses found, stratum by stratum, all sessions first.
     *
     * @param facts what the export says of its sessions
     * @param rates rates of the events asked for
     * @param soreness resolution curves, none where no threshold asks
     * @param relief curves of sessions to relief, likewise
     */
    record Figures(
            List<SessionFacts.Counts> facts,
            List<EventRate> rates,
            List<SorenessCurve> soreness,
            List<ReliefCurve> relief) {}

    /** What the reader of the figures has to know. */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (rates != null) {
            warnings.addAll(rates.warnings());
        }
        if (relief != null) {
            warnings.addAll(relief.warnings());
        }
        return warnings;
    }
}
