package org.aestat.render;

import java.util.List;
import java.util.function.Function;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.EventRate;
import org.aestat.result.ProportionInterval;

/** The table of rates per session, with what has to be said below it. */
final class RateTable {

    private static final String MISSING = "-";
    private static final String NONE = "none";

    private final TextTable table;
    private final Notes notEstimable = new Notes();
    private final Notes methods = new Notes();

    RateTable(String level, String firstHeading) {
        table = new TextTable()
                .text(firstHeading)
                .number("Sessions", "with it")
                .number("Sessions", "assessed")
                .number("Rate", "%")
                .number(level + " interval", "%")
                .number("Not", "recorded")
                .text("Frequency", "per session");
    }

    /** Adds rows under a heading of their own. */
    void add(String heading, List<EventRate> rates, Function<EventRate, String> label) {
        if (rates.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            group(heading);
        }
        rates.forEach(rate -> row(label.apply(rate), rate, name(rate)));
    }

    /** Adds a line that heads the rows after it. */
    void group(String heading) {
        table.group(heading);
    }

    /** Adds a row with the name under which the notes speak of it. */
    void row(String label, EventRate rate, String name) {
        EventRate.Counts counts = rate.counts();
        String assessed = Quantity.count(counts.denominator());
        String notRecorded = Quantity.count(counts.notRecorded());
        if (rate.estimate() instanceof Estimated<EventRate.Figures> estimated) {
            EventRate.Figures figures = estimated.value();
            ProportionInterval interval = figures.interval();
            boolean none = counts.events() == 0;
            methods.add(method(interval), name);
            table.row(
                    label,
                    none ? NONE : Quantity.count(counts.events()),
                    assessed,
                    none ? NONE : Percent.number(figures.rate()),
                    Percent.limits(interval.lower(), interval.upper()),
                    notRecorded,
                    frequency(name, figures));
        } else if (rate.estimate() instanceof NotEstimable<EventRate.Figures> none) {
            notEstimable.add("No rate (" + none.reason() + ")", name);
            table.row(label, MISSING, assessed, MISSING, MISSING, notRecorded, MISSING);
        }
    }

    private String frequency(String name, EventRate.Figures figures) {
        return figures.frequency().fold(EventRate.FrequencyWords::estimate, reason -> {
            notEstimable.add("No frequency word (" + reason + ")", name);
            return MISSING;
        });
    }

    private static String method(ProportionInterval interval) {
        return interval.reason() == null ? interval.method() : interval.method() + " (" + interval.reason() + ")";
    }

    private static String name(EventRate rate) {
        String event = Names.event(rate.event());
        return rate.stratum().isOverall() ? event : event + " (" + Names.stratum(rate.stratum(), "") + ")";
    }

    void writeTo(Page page, String caption) {
        page.table(caption, table);
        if (!methods.isEmpty()) {
            methods.writeTo(page, "Method of the intervals");
        }
        notEstimable.writeTo(page);
    }
}
