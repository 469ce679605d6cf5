package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.aestat.result.EventRate;
import org.aestat.result.Warning;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionLayout;

/** How often each adverse event happens, stratum by stratum. */
public final class AdverseEventRates implements Accumulator<PatientHistory, List<EventRate>, AdverseEventRates> {

    private static final long serialVersionUID = 1;

    private final AnalysisSettings settings;
    private final int strata;
    private final boolean eventless;
    private final EventTallies tallies;

    /**
     * An empty accumulator.
     *
     * @param layout the layout of the sessions
     * @param strata the strata of the data set
     * @param settings the choices of the run
     */
    public AdverseEventRates(SessionLayout layout, Strata strata, AnalysisSettings settings) {
        this(layout, strata, settings, event -> true);
    }

    /**
     * An empty accumulator for some events.
     *
     * @param layout the layout of the sessions
     * @param strata the strata of the data set
     * @param settings the choices of the run
     * @param events the names of the events that are wanted; those that the data set does not have give no rate
     */
    public AdverseEventRates(SessionLayout layout, Strata strata, AnalysisSettings settings, Predicate<String> events) {
        this.settings = settings;
        this.strata = strata.size();
        eventless = layout.events().isEmpty();
        List<ReportedEvent> wanted = ReportedEvent.of(layout.events()).stream()
                .filter(event -> events.test(event.name()))
                .toList();
        tallies = new EventTallies(layout, strata, wanted, settings);
    }

    private AdverseEventRates(AdverseEventRates like) {
        settings = like.settings;
        strata = like.strata;
        eventless = like.eventless;
        tallies = like.tallies.fresh();
    }

    @Override
    public AdverseEventRates fresh() {
        return new AdverseEventRates(this);
    }

    @Override
    public void accept(PatientHistory history) {
        tallies.accept(history);
    }

    @Override
    public AdverseEventRates combine(AdverseEventRates other) {
        if (!tallies.isLike(other.tallies)) {
            throw new IllegalArgumentException("rates of another configuration");
        }
        tallies.add(other.tallies);
        return this;
    }

    /** What the reader of the rates has to know. */
    public List<Warning> warnings() {
        List<RateWarnings.Data> data = new ArrayList<>();
        for (int e = 0; e < tallies.size(); e++) {
            data.add(tallies.behindRate(e));
        }
        return new RateWarnings(settings).list(data);
    }

    @Override
    public List<EventRate> result() {
        if (eventless && tallies.size() > 0) {
            return List.of(tallies.absent());
        }
        List<EventRate> rates = new ArrayList<>();
        for (int stratum = 0; stratum < strata; stratum++) {
            for (int e = 0; e < tallies.size(); e++) {
                rates.add(tallies.rate(stratum, e));
            }
        }
        return rates;
    }
}
