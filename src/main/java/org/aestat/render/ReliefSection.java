package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.SorenessResult;
import org.jspecify.annotations.Nullable;

/** How many sessions courses needed until relief. */
final class ReliefSection {

    private static final String OVERALL = "all courses";
    private static final int LATEST_BOUNDS = 6;

    private final Page page;
    private final String level;

    ReliefSection(Page page, double confidence) {
        this.page = page;
        this.level = Percent.exact(confidence);
    }

    void write(List<ReliefResult> results) {
        page.heading("Sessions to relief");
        ReliefResult overall = results.get(0);
        if (results.size() > 1 || hasCourses(overall.counts())) {
            leftOut(overall.counts());
        }
        if (results.size() == 1 && overall.estimate() instanceof NotEstimable<ReliefResult.Figures> none) {
            page.paragraph("How many sessions relief takes cannot be estimated: " + none.reason() + ".");
            return;
        }
        String columns =
                results.size() == 1 ? "Courses" : Names.columns(results.get(1).stratum());
        courses(results, columns);
        new ReliefShares(level).write(page, results);
        openBounds(overall);
        unrecordedBounds(overall);
        held(overall.further().heldAtNextVisit());
        new SecondRelief(level, columns).write(page, results);
        pace(results, columns);
    }

    private static boolean hasCourses(ReliefResult.Counts counts) {
        return counts.courses()
                        + counts.notAssessed()
                        + counts.relievedBeforeEntry()
                        + counts.lateWithoutFollowUp()
                        + counts.lateWithoutBaseline()
                > 0;
    }

    private void leftOut(ReliefResult.Counts counts) {
        page.paragraph(Quantity.of(counts.courses(), "course") + " of treatment: " + Quantity.count(counts.relieved())
                + " reached relief, " + Quantity.count(counts.ended()) + " ended without it, "
                + Quantity.count(counts.open()) + " still open without it.");
        tell(counts.late(), "late, that is, with a first session that is not in the export", "Among these");
        List<String> leftOut = new ArrayList<>();
        tell(leftOut, counts.notAssessed(), "without an answer on relief");
        tell(leftOut, counts.relievedBeforeEntry(), "late and relieved at the first session exported");
        tell(leftOut, counts.lateWithoutFollowUp(), "late without a later answer");
        tell(leftOut, counts.lateWithoutBaseline(), "late without the pain at the start");
        page.continued("Left out: " + (leftOut.isEmpty() ? "none" : String.join("; ", leftOut)) + ".");
        tell(counts.orderConflicts(), "with session numbers that contradict the dates", "Courses");
    }

    private void tell(long courses, String what, String subject) {
        if (courses > 0) {
            page.continued(subject + ": " + Quantity.count(courses) + " " + what + ".");
        }
    }

    private static void tell(List<String> parts, long courses, String what) {
        if (courses > 0) {
            parts.add(Quantity.count(courses) + " " + what);
        }
    }

    private void courses(List<ReliefResult> results, String columns) {
        TextTable table = new TextTable()
                .text(columns)
                .number("Courses")
                .number("Relieved")
                .number("Ended", "without")
                .number("Open", "without")
                .number("Left", "out")
                .number("Sessions to relief,", "median (" + level + " interval)");
        Notes notes = new Notes();
        for (ReliefResult result : results) {
            ReliefResult.Counts counts = result.counts();
            table.row(
                    Names.values(result.stratum(), OVERALL),
                    Quantity.count(counts.courses()),
                    Quantity.count(counts.relieved()),
                    Quantity.count(counts.ended()),
                    Quantity.count(counts.open()),
                    Quantity.count(counts.notAssessed()
                            + counts.relievedBeforeEntry()
                            + counts.lateWithoutFollowUp()
                            + counts.lateWithoutBaseline()),
                    quantile(result, ReliefResult.Figures::medianSessions, notes));
        }
        page.table(table);
        unknownLimits(results, ReliefResult.Figures::medianSessions);
        notes.writeTo(page);
    }

    private static String quantile(ReliefResult result, Function<ReliefResult.Figures, Quantile> which, Notes notes) {
        String label = Names.stratum(result.stratum(), OVERALL);
        if (result.estimate() instanceof Estimated<ReliefResult.Figures> estimated) {
            Quantile quantile = which.apply(estimated.value());
            if (quantile.reason() != null) {
                notes.add("No median (" + quantile.reason() + ")", label);
            }
            return QuantileText.cell(quantile);
        }
        if (result.estimate() instanceof NotEstimable<ReliefResult.Figures> none) {
            notes.add("Not estimable (" + none.reason() + ")", label);
        }
        return "-";
    }

    private void unknownLimits(List<ReliefResult> results, Function<ReliefResult.Figures, Quantile> which) {
        if (results.stream().anyMatch(result -> result.estimate()
                .fold(figures -> QuantileText.hasUnknownLimit(which.apply(figures)), reason -> false))) {
            page.continued(QuantileText.UNKNOWN_LIMIT);
        }
    }

    /** At the latest fixed session for which it can be said, up to the sixth. */
    private void openBounds(ReliefResult overall) {
        long open = overall.counts().open();
        if (open == 0) {
            return;
        }
        overall.further().openBounds().stream()
                .filter(row -> row.sessions() <= LATEST_BOUNDS && row.estimate() instanceof Estimated)
                .reduce((earlier, later) -> later)
                .ifPresent(row -> {
                    String bounds = row.estimate()
                            .fold(
                                    range -> Percent.of(range.lower()) + " if none of them is ever relieved, "
                                            + Percent.of(range.upper())
                                            + " if all were at their last session",
                                    reason -> reason);
                    page.paragraph("With relief by session " + row.sessions() + ", whatever becomes of the "
                            + Quantity.of(open, "open course") + ": " + bounds + ".");
                });
    }

    private void unrecordedBounds(ReliefResult overall) {
        long unrecorded = overall.counts().withoutRecord();
        List<ReliefResult.UnrecordedBounds> bounds = overall.unrecordedBounds();
        if (unrecorded > 0 && !bounds.isEmpty()) {
            page.paragraph(
                    "Whatever became of the " + Quantity.of(unrecorded, "course") + " without a record of relief: "
                            + bounds.stream()
                                    .map(row -> Percent.of(row.lower()) + " to " + Percent.of(row.upper())
                                            + " with relief by session " + row.sessions())
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private void held(ReliefResult.@Nullable Held held) {
        if (held != null && held.courses() > 0) {
            page.paragraph("Relief still held by the pain before the next visit in " + Quantity.count(held.held())
                    + " of " + Quantity.of(held.courses(), "course") + " with relief and that pain recorded ("
                    + Percent.of((double) held.held() / held.courses()) + ").");
        }
    }

    private void pace(List<ReliefResult> results, String columns) {
        TextTable table = new TextTable()
                .text(columns)
                .number("Days to relief,", "median (" + level + " interval)")
                .number("Sessions", "a week")
                .number("Mean fall of pain", "(standard error)");
        Notes notes = new Notes();
        for (ReliefResult result : results) {
            Double perWeek = result.sessionsPerWeek();
            SorenessResult.Mean fall = result.meanPainFall();
            List<String> cells = new ArrayList<>();
            cells.add(Names.values(result.stratum(), OVERALL));
            cells.add(quantile(result, ReliefResult.Figures::daysToRelief, notes));
            cells.add(perWeek == null ? "-" : Quantity.rate(perWeek));
            cells.add(
                    fall == null
                            ? "-"
                            : Quantity.decimal(fall.value(), 1) + " (" + Quantity.decimal(fall.standardError(), 1)
                                    + ")");
            table.row(cells);
        }
        page.table(
                "Days to relief, counted from the first session; courses whose start is not exported left out, and "
                        + "those that ended without relief counted as if they had gone on (Kaplan-Meier). Pain is "
                        + "scored 0 to 10.",
                table);
        unknownLimits(results, ReliefResult.Figures::daysToRelief);
        notes.writeTo(page);
    }
}
