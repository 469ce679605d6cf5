package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aestat.result.Stratum;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.stat.FisherExact;
import org.aestat.stat.Holm;
import org.aestat.stat.Limits;
import org.aestat.stat.MiettinenNurminen;
import org.aestat.stat.RaoScott;
import org.aestat.stat.RiskContrast;
import org.aestat.stat.StratifiedSums;
import org.jspecify.annotations.Nullable;

/**
 * How the rates of one event in two or more strata differ. Patients are the clusters; one with sessions in several strata
 * is one cluster of all of them.
 */
public final class EventComparison implements Accumulator<PatientHistory, EventComparison.Result, EventComparison> {

    private static final long serialVersionUID = 1;

    private static final String FISHER = "fisher";

    /**
     * A comparison of all strata, each with the first.
     *
     * @param event the event
     * @param strata the strata, without the overall one
     * @param test whether any two of them differ
     * @param contrasts every later stratum against the first
     */
    public record Result(String event, List<Side> strata, Test test, List<Contrast> contrasts) {}

    /**
     * A stratum's counts.
     *
     * @param stratum the stratum
     * @param events sessions with the event
     * @param sessions assessed sessions
     */
    public record Side(Stratum stratum, long events, long sessions) {}

    /**
     * A test of no difference.
     *
     * @param name fisher where every session is of another patient, else rao-scott
     * @param pValue null where the data do not allow the test
     */
    public record Test(String name, @Nullable Double pValue) {}

    /**
     * A stratum against the first.
     *
     * @param stratum the stratum
     * @param difference its rate less that of the first; null without assessed sessions in either
     * @param independentLimits Miettinen-Nurminen limits of the difference; null unless every session is of another
     *     patient
     * @param ratio its rate divided by that of the first, null where either has no event
     * @param oddsRatio its odds divided by those of the first, null where either has no event or nothing else
     * @param test of the two alone
     * @param adjusted the test's probability after Holm's adjustment for all contrasts
     */
    public record Contrast(
            Stratum stratum,
            RiskContrast.@Nullable Estimate difference,
            @Nullable Limits independentLimits,
            RiskContrast.@Nullable Estimate ratio,
            RiskContrast.@Nullable Estimate oddsRatio,
            Test test,
            @Nullable Double adjusted) {}

    private final ReportedEvent event;
    private final Strata strata;
    private final double level;
    private final StratifiedSums sums;

    /**
     * An empty accumulator.
     *
     * @param layout the layout of the sessions
     * @param name the event, one of the layout or a composite one
     * @param strata the strata, of one grouping with at least two
     * @param level the two-sided confidence level
     */
    public EventComparison(SessionLayout layout, String name, Strata strata, double level) {
        event = ReportedEvent.of(layout.events()).stream()
                .filter(reported -> reported.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no event is named " + name));
        if (strata.groupings() != 1 || strata.size() < 3) {
            throw new IllegalArgumentException("strata to compare are fewer than 2: " + (strata.size() - 1));
        }
        this.strata = strata;
        this.level = level;
        sums = new StratifiedSums(strata.size() - 1);
    }

    private EventComparison(EventComparison like) {
        event = like.event;
        strata = like.strata;
        level = like.level;
        sums = new StratifiedSums(like.sums.strata());
    }

    @Override
    public EventComparison fresh() {
        return new EventComparison(this);
    }

    @Override
    public void accept(PatientHistory history) {
        long[] sessions = new long[sums.strata()];
        long[] events = new long[sums.strata()];
        for (Session session : history.inOneView()) {
            Answer answer = strata.contains(session) ? event.answer(session) : Answer.NOT_RECORDED;
            if (answer != Answer.NOT_RECORDED) {
                int place = strata.place(session, 0) - 1;
                sessions[place]++;
                events[place] += answer == Answer.YES ? 1 : 0;
            }
        }
        sums.add(sessions, events);
    }

    @Override
    public EventComparison combine(EventComparison other) {
        if (!(event.equals(other.event) && strata.equals(other.strata) && level == other.level)) {
            throw new IllegalArgumentException("a comparison of another configuration");
        }
        sums.add(other.sums);
        return this;
    }

    @Override
    public Result result() {
        List<Side> sides = new ArrayList<>();
        List<Contrast> contrasts = new ArrayList<>();
        for (int k = 0; k < sums.strata(); k++) {
            sides.add(new Side(strata.get(k + 1), sums.events(k), sums.trials(k)));
            if (k > 0) {
                contrasts.add(contrast(strata.get(k + 1), sums.pair(0, k)));
            }
        }
        return new Result(event.name(), sides, test(sums), adjusted(contrasts));
    }

    private Contrast contrast(Stratum stratum, StratifiedSums pair) {
        boolean comparable = pair.trials(0) > 0 && pair.trials(1) > 0;
        Limits independent = comparable && pair.areSingles()
                ? MiettinenNurminen.limits(pair.events(0), pair.trials(0), pair.events(1), pair.trials(1), level)
                : null;
        return new Contrast(
                stratum,
                RiskContrast.RISK_DIFFERENCE.estimate(pair, level),
                independent,
                RiskContrast.RISK_RATIO.estimate(pair, level),
                RiskContrast.ODDS_RATIO.estimate(pair, level),
                test(pair),
                null);
    }

    private static Test test(StratifiedSums sums) {
        if (!sums.areSingles()) {
            RaoScott.Result result = RaoScott.test(sums);
            return new Test(RaoScott.LABEL, result == null ? null : result.pValue());
        }
        long[] events = new long[sums.strata()];
        long[] trials = new long[sums.strata()];
        for (int k = 0; k < events.length; k++) {
            events[k] = sums.events(k);
            trials[k] = sums.trials(k);
        }
        return new Test(FISHER, FisherExact.pValue(events, trials));
    }

    private static List<Contrast> adjusted(List<Contrast> contrasts) {
        double[] adjusted = Holm.adjusted(contrasts.stream()
                .flatMap(contrast -> Stream.ofNullable(contrast.test().pValue()))
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<Contrast> result = new ArrayList<>();
        int next = 0;
        for (Contrast c : contrasts) {
            Double p = c.test().pValue() == null ? null : (Double) adjusted[next++];
            result.add(new Contrast(
                    c.stratum(), c.difference(), c.independentLimits(), c.ratio(), c.oddsRatio(), c.test(), p));
        }
        return result;
    }
}
