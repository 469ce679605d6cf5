package org.aestat.render;

import java.io.IOException;
import java.util.List;
import org.aestat.result.CurveLimits;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.SorenessResult;
import org.jspecify.annotations.Nullable;

/** Sessions to relief as JSON. */
final class ReliefJson {

    private final JsonFields json;

    ReliefJson(JsonFields json) {
        this.json = json;
    }

    void relief(ReliefResult result) throws IOException {
        json.stratum(result.stratum());
        json.text("definition", result.definition());
        json.text("estimand", result.estimand());
        counts(result.counts());
        if (result.estimate() instanceof Estimated<ReliefResult.Figures> estimated) {
            figures(estimated.value());
        } else if (result.estimate() instanceof NotEstimable<ReliefResult.Figures> none) {
            json.notEstimable(none.reason());
        }
        json.number("sessionsPerWeek", result.sessionsPerWeek());
        SorenessResult.Mean fall = result.meanPainFall();
        if (fall != null) {
            json.object("meanPainFall", fall, mean -> {
                json.number("value", mean.value());
                json.number("standardError", mean.standardError());
            });
        }
        List<ReliefResult.UnrecordedBounds> bounds = result.unrecordedBounds();
        if (!bounds.isEmpty()) {
            json.array("unrecordedBounds", bounds, row -> {
                json.count("sessions", (long) row.sessions());
                json.number("lower", row.lower());
                json.number("upper", row.upper());
            });
        }
        further(result.further());
    }

    private void further(ReliefResult.Further further) throws IOException {
        held(further.heldAtNextVisit());
        if (!further.openBounds().isEmpty()) {
            json.array("openBounds", further.openBounds(), this::openBounds);
        }
        ReliefResult.Second second = further.second();
        if (second != null) {
            json.object("second", second, this::second);
        }
    }

    private void held(ReliefResult.@Nullable Held held) throws IOException {
        if (held != null) {
            json.object("heldAtNextVisit", held, h -> {
                json.count("courses", h.courses());
                json.count("held", h.held());
            });
        }
    }

    private void openBounds(ReliefResult.OpenBounds row) throws IOException {
        json.count("sessions", (long) row.sessions());
        if (row.estimate() instanceof Estimated<ReliefResult.Range> estimated) {
            json.number("lower", estimated.value().lower());
            json.number("upper", estimated.value().upper());
        } else if (row.estimate() instanceof NotEstimable<ReliefResult.Range> none) {
            json.notEstimable(none.reason());
        }
    }

    private void second(ReliefResult.Second second) throws IOException {
        json.text("definition", second.definition());
        json.count("courses", second.courses());
        json.count("relieved", second.relieved());
        if (second.estimate() instanceof Estimated<ReliefResult.Reached> estimated) {
            ReliefResult.Reached reached = estimated.value();
            json.object("medianSessions", reached.medianSessions(), median -> quantile("value", median));
            json.array("relievedBy", reached.relievedBy(), this::relievedBy);
        } else if (second.estimate() instanceof NotEstimable<ReliefResult.Reached> none) {
            json.notEstimable(none.reason());
        }
        held(second.heldAtNextVisit());
    }

    private void counts(ReliefResult.Counts counts) throws IOException {
        json.count("courses", counts.courses());
        json.count("relieved", counts.relieved());
        json.count("ended", counts.ended());
        json.count("open", counts.open());
        json.count("late", counts.late());
        json.count("lateWithoutFollowUp", counts.lateWithoutFollowUp());
        json.count("lateWithoutBaseline", counts.lateWithoutBaseline());
        json.count("relievedBeforeEntry", counts.relievedBeforeEntry());
        json.count("notAssessed", counts.notAssessed());
        json.count("orderConflicts", counts.orderConflicts());
    }

    private void figures(ReliefResult.Figures figures) throws IOException {
        CurveLimitsJson.write(json, figures.limits());
        json.object("medianSessions", figures.medianSessions(), median -> quantile("value", median));
        json.array("relievedBy", figures.relievedBy(), this::relievedBy);
        json.array("curve", figures.curve(), point -> {
            json.count("session", (long) point.session());
            json.count("atRisk", point.atRisk());
            json.count("relieved", point.relieved());
            json.count("ended", point.ended());
            json.count("censored", point.censored());
            json.number("probability", point.probability());
            json.number("lower", point.lower());
            json.number("upper", point.upper());
        });
        CurveLimits days = figures.daysLimits();
        json.object("daysToRelief", figures.daysToRelief(), median -> {
            quantile("median", median);
            if (days != null) {
                CurveLimitsJson.write(json, days);
            }
        });
    }

    private void quantile(String name, Quantile quantile) throws IOException {
        json.number(name, quantile.value());
        json.text("notEstimable", quantile.reason());
        json.number("lower", quantile.lower());
        json.number("upper", quantile.upper());
    }

    private void relievedBy(ReliefResult.RelievedBy row) throws IOException {
        json.count("sessions", (long) row.sessions());
        if (row.estimate() instanceof Estimated<ReliefResult.Share> estimated) {
            ReliefResult.Share share = estimated.value();
            json.number("probability", share.probability());
            json.number("lower", share.lower());
            json.number("upper", share.upper());
            json.count("atRisk", share.atRisk());
            json.number("ifNobodyStopped", share.ifNobodyStopped());
        } else if (row.estimate() instanceof NotEstimable<ReliefResult.Share> none) {
            json.notEstimable(none.reason());
        }
    }
}
