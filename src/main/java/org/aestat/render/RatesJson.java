package org.aestat.render;

import java.io.IOException;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.Estimate;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.EventRate;

/** Adverse-event rates and benchmark verdicts as JSON. */
final class RatesJson {

    private final JsonFields json;

    RatesJson(JsonFields json) {
        this.json = json;
    }

    void rate(EventRate rate) throws IOException {
        json.text("event", rate.event());
        json.stratum(rate.stratum());
        json.text("unit", "session");
        json.text("severity", rate.severity());
        figures(rate);
    }

    /** Counts, and what was estimated from them. */
    void figures(EventRate rate) throws IOException {
        counts(rate.counts());
        if (rate.estimate() instanceof NotEstimable<EventRate.Figures> none) {
            json.notEstimable(none.reason());
            bounds(rate);
        } else if (rate.estimate() instanceof Estimated<EventRate.Figures> estimated) {
            EventRate.Figures figures = estimated.value();
            json.number("rate", figures.rate());
            json.interval(figures.interval());
            bounds(rate);
            further(figures);
        }
    }

    private void counts(EventRate.Counts counts) throws IOException {
        json.count("events", counts.events());
        json.count("denominator", counts.denominator());
        json.count("notRecorded", counts.notRecorded());
        json.count("partlyRecorded", counts.partlyRecorded());
        json.count("patients", counts.patients());
        json.count("patientsAssessed", counts.patientsAssessed());
        json.count("therapists", counts.therapists());
    }

    private void bounds(EventRate rate) throws IOException {
        EventRate.Bounds bounds = rate.unrecordedBounds();
        if (bounds != null) {
            json.object("unrecordedBounds", bounds, b -> {
                json.number("lower", b.lower());
                json.number("upper", b.upper());
            });
        }
    }

    private void further(EventRate.Figures figures) throws IOException {
        json.object("frequency", figures.frequency(), this::frequency);
        json.object("patientRate", figures, f -> {
            json.number("rate", f.patientRate());
            json.interval(f.patientInterval());
        });
        EventRate.PatientAverage average = figures.patientAverage();
        if (average != null) {
            json.object("patientAverage", average, this::average);
        }
        Estimate<EventRate.NeedleRate> needles = figures.perThousandNeedles();
        if (needles != null) {
            json.object("perThousandNeedles", needles, this::needles);
        }
        if (!figures.ladder().isEmpty()) {
            json.array("ladder", figures.ladder(), step -> {
                json.text("assumption", step.assumption());
                json.number("level", step.level());
                json.number("upper", step.upper());
            });
        }
    }

    private void average(EventRate.PatientAverage average) throws IOException {
        json.number("rate", average.rate());
        EventRate.Bounds limits = average.limits();
        if (limits != null) {
            json.number("lower", limits.lower());
            json.number("upper", limits.upper());
        }
    }

    private void frequency(Estimate<EventRate.FrequencyWords> frequency) throws IOException {
        if (frequency instanceof Estimated<EventRate.FrequencyWords> words) {
            json.text("estimate", words.value().estimate());
            json.text("lower", words.value().lower());
            json.text("upper", words.value().upper());
        } else if (frequency instanceof NotEstimable<EventRate.FrequencyWords> none) {
            json.notEstimable(none.reason());
        }
    }

    private void needles(Estimate<EventRate.NeedleRate> needles) throws IOException {
        if (needles instanceof Estimated<EventRate.NeedleRate> rate) {
            json.count("events", rate.value().events());
            json.count("needles", rate.value().needles());
            json.number("rate", rate.value().rate());
            json.interval(rate.value().interval());
        } else if (needles instanceof NotEstimable<EventRate.NeedleRate> none) {
            json.notEstimable(none.reason());
        }
    }

    void verdict(BenchmarkVerdict verdict) throws IOException {
        json.text("id", verdict.id());
        json.text("event", verdict.event());
        json.stratum(verdict.stratum());
        json.number("limit", verdict.limit());
        json.number("level", verdict.level());
        json.text("verdict", verdict.verdict().label());
        json.text("reason", verdict.reason());
        json.count("events", verdict.counts().events());
        json.count("denominator", verdict.counts().denominator());
        json.count("notRecorded", verdict.counts().notRecorded());
        if (verdict.rate() == null) {
            json.notEstimable(verdict.reason());
        }
        json.number("rate", verdict.rate());
        json.number("lower", verdict.lower());
        json.number("upper", verdict.upper());
        json.count("sessionsNeeded", verdict.sessionsNeeded());
        json.number("holdsToDesignEffect", verdict.holdsToDesignEffect());
        json.count("tippingPoint", verdict.tippingPoint());
        json.text("source", verdict.source());
        json.array("comparators", verdict.comparators(), comparator -> {
            json.text("study", comparator.study());
            json.count("events", comparator.events());
            json.count("denominator", comparator.denominator());
            json.text("unit", comparator.unit());
        });
    }
}
