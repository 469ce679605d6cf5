package org.aestat.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aestat.analysis.EventDays;
import org.aestat.analysis.OnePass;
import org.aestat.analysis.Selection;
import org.aestat.analysis.Strata;
import org.aestat.csv.InputSource;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataSet;
import org.aestat.result.SequentialResult;
import org.aestat.result.ThresholdResult;
import org.aestat.result.Warning;
import org.aestat.safety.Day;
import org.aestat.safety.Policy;
import org.aestat.safety.Surveillance;
import org.aestat.safety.SurveillanceState;
import org.aestat.safety.Threshold;
import org.aestat.safety.Watch;
import org.aestat.safety.WatchState;
import org.jspecify.annotations.Nullable;

/** The surveillance of one run: what earlier runs have counted, and what this one adds. */
final class Watching {

    private final Surveillance surveillance;
    private final String sha256;
    private final @Nullable LocalDate from;
    private final @Nullable StateFile file;
    private final @Nullable SurveillanceState earlier;
    private final Map<Watch, EventDays> counts = new LinkedHashMap<>();
    private final Map<Watch, WatchState> states = new LinkedHashMap<>();
    private final List<SequentialResult> results = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Watching(
            Surveillance surveillance,
            String sha256,
            @Nullable LocalDate from,
            @Nullable StateFile file,
            @Nullable SurveillanceState earlier) {
        this.surveillance = surveillance;
        this.sha256 = sha256;
        this.from = from;
        this.file = file;
        this.earlier = earlier;
    }

    /**
     * The surveillance that a policy asks for, null where it asks for none.
     *
     * @param policy the policy
     * @param request the data
     * @param inputs all files that are read
     * @param system the environment
     * @throws UsageException if it has no start, or its state cannot be used
     */
    static @Nullable Watching of(Policy policy, DataRequest request, List<InputSource> inputs, Environment system) {
        Surveillance surveillance = policy.sequential();
        if (surveillance == null) {
            return null;
        }
        String place = policy.file() + ", line " + surveillance.line();
        String sha256 = surveillance.sha256(request.where().stream()
                .map(condition -> condition.column() + "=" + condition.value())
                .toList());
        StateFile file =
                surveillance.state() == null ? null : StateFile.of(place, surveillance.state(), system.directory());
        SurveillanceState earlier = file == null ? null : file.read(inputs, sha256);
        return new Watching(surveillance, sha256, start(surveillance, request, place, earlier), file, earlier);
    }

    private static @Nullable LocalDate start(
            Surveillance surveillance, DataRequest request, String place, @Nullable SurveillanceState earlier) {
        LocalDate given = request.from();
        LocalDate stated = surveillance.from();
        if (stated != null && given != null && given.isAfter(stated) && earlier == null) {
            throw new UsageException("--from " + given + " is after " + stated
                    + ", the start of the surveillance: sessions in between would not count.");
        }
        if (stated != null) {
            return stated;
        }
        if (given == null && surveillance.state() == null) {
            throw new UsageException(place + ": repeated looks need a fixed start; expected 'from = 2025-01-31' or"
                    + " 'state = \"FILE\"' in [sequential], or --from.");
        }
        return surveillance.state() == null ? given : null;
    }

    /** The state file, as something that no output may be; nothing without one. */
    List<InputSource> sources() {
        return file == null ? List.of() : List.of(file.source());
    }

    /** Adds what the tests count to a pass. */
    void join(OnePass pass, DataSet data) {
        for (Watch watch : surveillance.watches()) {
            Threshold threshold = PolicyColumns.resolved(watch.threshold(), data.needed());
            Strata strata = new Strata(
                    data.table(),
                    List.of(),
                    new Selection(threshold.where().stream()
                            .map(filter -> new Selection.Choice(filter.column(), filter.values()))
                            .toList()));
            counts.put(watch, pass.add(new EventDays(data.table().layout(), strata, watch.event())));
        }
    }

    /** What the tests come to, after the pass. */
    List<SequentialResult> results() {
        if (results.isEmpty()) {
            counts.forEach((watch, days) -> results.add(result(watch, days.result())));
        }
        return results;
    }

    private SequentialResult result(Watch watch, EventDays.Counts counted) {
        String name = watch.threshold().name();
        LocalDate start = from;
        List<Day> export = counted.days().stream()
                .filter(day -> start == null || !day.date().isBefore(start))
                .map(day -> new Day(day.date(), day.sessions(), day.events()))
                .toList();
        WatchState before = earlier == null
                ? WatchState.none(name)
                : earlier.of(watch.threshold()).orElseGet(() -> WatchState.none(name));
        List<Day> all = before.followedBy(export);
        SequentialResult result = watch.result(all, before.signalDate(), start, counted.patientsWithSeveral() > 0);
        states.put(watch, new WatchState(name, all, result.signalDate()));
        warn(watch, result, before.changed(export), counted.undated());
        return result;
    }

    private void warn(Watch watch, SequentialResult result, List<LocalDate> changed, long undated) {
        String name = watch.threshold().name();
        if (undated > 0) {
            warnings.add(new Warning(
                    "undated-sessions",
                    name + ": " + undated + (undated == 1 ? " assessed session has" : " assessed sessions have")
                            + " no date and no part in repeated looks."));
        }
        if (!changed.isEmpty()) {
            warnings.add(new Warning(
                    "late-sessions",
                    name + ": " + changed.size()
                            + (changed.size() == 1 ? " date that was" : " dates that were")
                            + " looked at before now " + (changed.size() == 1 ? "has" : "have")
                            + " other counts, the first " + changed.get(0)
                            + ". They stay as they were counted then; end each run with a day that is over (--to)."));
        }
        if (watch.hasEnded(result)) {
            warnings.add(new Warning(
                    "surveillance-ended",
                    name + ": the surveillance has come to its end of " + watch.sessions()
                            + " sessions without a signal. Later sessions are not watched: plan it anew, with another"
                            + " start."));
        }
    }

    /** What the reader has to know, after the results. */
    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Whether the repeated test stands in for the single look of a threshold: it goes on, and has no signal.
     *
     * @param threshold what became of the threshold
     */
    boolean decides(ThresholdResult threshold) {
        for (int i = 0; i < results().size(); i++) {
            SequentialResult result = results().get(i);
            Watch watch = surveillance.watches().get(i);
            if (result.threshold().equals(threshold.name())) {
                return !result.signal() && !result.path().isEmpty() && !watch.hasEnded(result);
            }
        }
        return false;
    }

    /** Keeps what was counted for the next run. */
    void keep() {
        StateFile kept = file;
        if (kept != null) {
            kept.write(new SurveillanceState(
                    sha256,
                    surveillance.watches().stream()
                            .map(watch -> Objects.requireNonNull(states.get(watch)))
                            .toList()));
        }
    }
}
