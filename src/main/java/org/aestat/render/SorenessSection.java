package org.aestat.render;

import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.CurveTest;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.RunSettings;
import org.aestat.result.SorenessResult;
import org.jspecify.annotations.Nullable;

/** How many sessions caused soreness and how long it lasted. */
final class SorenessSection {

    private final Page page;
    private final String level;
    private final boolean amongAll;

    SorenessSection(Page page, RunSettings settings) {
        this.page = page;
        this.level = Percent.exact(settings.confidence());
        this.amongAll = "all".equals(settings.among());
    }

    void write(List<SorenessResult> results, @Nullable CurveTest test) {
        page.heading("Soreness after the session");
        SorenessResult overall = results.get(0);
        counts(overall.counts());
        if (overall.estimate() instanceof Estimated<SorenessResult.Figures> estimated) {
            times(estimated.value());
            boolean exact = overall.method().equals(SorenessResult.KAPLAN_MEIER);
            new ResolvedTable(level, exact).write(page, estimated.value().resolvedBy());
            bounds(overall);
            new CurvePlot(page.glyphs()).draw(estimated.value().curve()).ifPresent(plot -> {
                page.paragraph("Still sore, % of the sessions in the curve, by hours after the session.");
                page.space();
                page.drawing(plot);
                page.space();
            });
        } else if (overall.estimate() instanceof NotEstimable<SorenessResult.Figures> none) {
            page.paragraph("How long soreness lasts cannot be estimated: " + none.reason() + ".");
        }
        new DiaryTable(level).write(page, results);
        strata(results);
        if (test != null) {
            test(test);
        }
    }

    private void bounds(SorenessResult overall) {
        long unrecorded = overall.counts().notRecorded() + overall.counts().endNotRecorded();
        List<SorenessResult.UnrecordedBounds> bounds = overall.unrecordedBounds();
        if (unrecorded > 0 && !bounds.isEmpty()) {
            page.paragraph("Whatever became of the " + Quantity.of(unrecorded, "session") + " without a usable record: "
                    + bounds.stream()
                            .map(row -> Percent.of(row.lower()) + " to " + Percent.of(row.upper()) + " resolved by "
                                    + Quantity.plain(row.hours()) + " h")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private void counts(SorenessResult.Counts counts) {
        long sore = counts.recorded() - counts.neverSore();
        long all = counts.recorded() + counts.notRecorded() + counts.endNotRecorded();
        String share = counts.recorded() == 0 ? "" : " (" + Percent.of((double) sore / counts.recorded()) + ")";
        page.paragraph("Soreness is recorded for " + Quantity.count(counts.recorded()) + " of "
                + Quantity.of(all, "session") + ": sore after " + Quantity.count(sore) + share + ", never sore after "
                + Quantity.count(counts.neverSore()) + ". Not recorded: " + Quantity.count(counts.notRecorded())
                + (counts.endNotRecorded() == 0
                        ? ""
                        : "; hours recorded, but not whether soreness had ended: "
                                + Quantity.count(counts.endNotRecorded()))
                + ".");
        page.continued("In the curve: " + Quantity.of(counts.sessions(), "session")
                + (amongAll ? ", those never sore included" : " with soreness") + ", "
                + Quantity.count(counts.resolved())
                + " with an end, " + Quantity.count(counts.censored()) + " still sore when last asked."
                + (counts.relapsed() == 0
                        ? ""
                        : " Clear for a time between sore hours: " + Quantity.count(counts.relapsed()) + "."));
    }

    private void times(SorenessResult.Figures figures) {
        page.paragraph("Half had resolved " + QuantileText.hours(figures.median(), level) + ", a quarter "
                + QuantileText.hours(figures.firstQuartile(), level) + ", three quarters "
                + QuantileText.hours(figures.thirdQuartile(), level) + ".");
        if (QuantileText.hasUnknownLimit(figures.median())
                || QuantileText.hasUnknownLimit(figures.firstQuartile())
                || QuantileText.hasUnknownLimit(figures.thirdQuartile())) {
            page.continued(QuantileText.UNKNOWN_LIMIT);
        }
        page.continued(figures.meanHoursTo72()
                .fold(
                        mean -> "Mean time sore within the first 72 h: " + Quantity.decimal(mean.value(), 1)
                                + " h (standard error " + Quantity.decimal(mean.standardError(), 1) + " h).",
                        reason -> "Mean time sore within the first 72 h: not estimable, " + reason + "."));
    }

    private void strata(List<SorenessResult> results) {
        if (results.size() > 1) {
            String columns = Names.columns(results.get(1).stratum());
            SorenessStrata table = new SorenessStrata(level, columns);
            results.forEach(table::add);
            table.writeTo(page, "By " + columns + ".");
        }
    }

    private void test(CurveTest test) {
        page.paragraph("Do the strata differ? " + Names.capitalised(test.test()) + ": "
                + test.estimate()
                        .fold(
                                figures -> "chi-square " + Quantity.decimal(figures.chiSquare(), 2) + " with "
                                        + Quantity.of(figures.degreesOfFreedom(), "degree") + " of freedom, "
                                        + Quantity.pValue(figures.pValue()) + ".",
                                reason -> "not estimable, " + reason + "."));
    }
}
