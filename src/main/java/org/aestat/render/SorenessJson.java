package org.aestat.render;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aestat.result.CurveTest;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.Quantile;
import org.aestat.result.SorenessResult;
import org.jspecify.annotations.Nullable;

/** Soreness curves and the test between them as JSON. */
final class SorenessJson {

    private final JsonFields json;

    SorenessJson(JsonFields json) {
        this.json = json;
    }

    void soreness(SorenessResult result) throws IOException {
        SorenessResult.Counts counts = result.counts();
        json.stratum(result.stratum());
        json.text("method", result.method());
        json.count("recorded", counts.recorded());
        json.count("sessions", counts.sessions());
        json.count("neverSore", counts.neverSore());
        json.count("resolved", counts.resolved());
        json.count("censored", counts.censored());
        json.count("relapsed", counts.relapsed());
        json.count("notRecorded", counts.notRecorded());
        json.count("endNotRecorded", counts.endNotRecorded());
        if (result.estimate() instanceof Estimated<SorenessResult.Figures> estimated) {
            figures(estimated.value());
        } else if (result.estimate() instanceof NotEstimable<SorenessResult.Figures> none) {
            json.notEstimable(none.reason());
        }
        List<SorenessResult.UnrecordedBounds> bounds = result.unrecordedBounds();
        if (!bounds.isEmpty()) {
            json.array("unrecordedBounds", bounds, row -> {
                json.number("hours", row.hours());
                json.number("lower", row.lower());
                json.number("upper", row.upper());
            });
        }
        if (!result.trajectory().isEmpty()) {
            json.array("trajectory", result.trajectory(), this::diaryTime);
            json.number("peakHours", result.peakHours());
        }
    }

    void test(CurveTest test) throws IOException {
        json.text("test", test.test());
        if (test.estimate() instanceof Estimated<CurveTest.Figures> estimated) {
            json.number("chiSquare", estimated.value().chiSquare());
            json.count("degreesOfFreedom", (long) estimated.value().degreesOfFreedom());
            json.number("pValue", estimated.value().pValue());
        } else if (test.estimate() instanceof NotEstimable<CurveTest.Figures> none) {
            json.notEstimable(none.reason());
        }
    }

    private void figures(SorenessResult.Figures figures) throws IOException {
        CurveLimitsJson.write(json, figures.limits());
        json.object("medianHours", figures.median(), median -> {
            json.number("value", median.value());
            json.number("from", median.from());
            json.number("to", median.to());
            json.text("notEstimable", median.reason());
            json.number("lower", median.lower());
            json.number("upper", median.upper());
        });
        json.object("quartileHours", figures, f -> {
            quartile("q1", f.firstQuartile());
            quartile("q3", f.thirdQuartile());
            json.text("notEstimable", reason(f.firstQuartile(), f.thirdQuartile()));
        });
        json.object("meanHoursTo72", figures.meanHoursTo72(), mean -> {
            if (mean instanceof Estimated<SorenessResult.Mean> estimated) {
                json.number("value", estimated.value().value());
                json.number("standardError", estimated.value().standardError());
            } else if (mean instanceof NotEstimable<SorenessResult.Mean> none) {
                json.notEstimable(none.reason());
            }
        });
        json.array("resolvedBy", figures.resolvedBy(), this::resolvedBy);
        json.array("curve", figures.curve(), this::curvePoint);
    }

    private void quartile(String name, Quantile quartile) throws IOException {
        json.number(name, quartile.value());
        json.number(name + "From", quartile.from());
        json.number(name + "To", quartile.to());
    }

    /** The quartiles that are missing, each with its reason. */
    private static @Nullable String reason(Quantile first, Quantile third) {
        String reasons = Stream.of(named("q1", first), named("q3", third))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? null : reasons;
    }

    private static String named(String name, Quantile quartile) {
        return quartile.reason() == null ? "" : name + ": " + quartile.reason();
    }

    private void resolvedBy(SorenessResult.ResolvedBy row) throws IOException {
        json.number("hours", row.hours());
        if (row.estimate() instanceof Estimated<SorenessResult.Share> estimated) {
            SorenessResult.Share share = estimated.value();
            json.number("probability", share.probability());
            json.number("lower", share.lower());
            json.number("upper", share.upper());
            json.number("lowerBound", share.lowerBound());
            json.number("upperBound", share.upperBound());
            json.count("atRisk", share.atRisk());
        } else if (row.estimate() instanceof NotEstimable<SorenessResult.Share> none) {
            json.notEstimable(none.reason());
        }
    }

    private void curvePoint(SorenessResult.CurvePoint point) throws IOException {
        json.number("fromHours", point.fromHours());
        json.number("hours", point.hours());
        SorenessResult.Events events = point.events();
        if (events != null) {
            json.count("atRisk", events.atRisk());
            json.count("resolved", events.resolved());
            json.count("censored", events.censored());
        }
        json.number("sore", point.sore());
        json.number("lower", point.lower());
        json.number("upper", point.upper());
    }

    private void diaryTime(SorenessResult.DiaryTime time) throws IOException {
        json.number("hours", time.hours());
        json.count("recorded", time.recorded());
        json.number("meanScore", time.meanScore());
        json.number("meanLower", time.meanLower());
        json.number("meanUpper", time.meanUpper());
        json.number("sore", time.sore());
        json.text("method", time.method());
        json.number("lower", time.lower());
        json.number("upper", time.upper());
        if (time.sore() == null) {
            json.notEstimable("no score recorded");
        }
    }
}
