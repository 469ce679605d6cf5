package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.Estimate;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.EventRate;
import org.jspecify.annotations.Nullable;

/** What unrecorded sessions, limits and needles make of the rates per session. */
final class CertaintyTable {

    private static final String NONE_OBSERVED = "none observed";

    private final TextTable table;
    private final boolean needles;
    private final Notes counted = new Notes();
    private final Notes notEstimable = new Notes();

    CertaintyTable(String level, List<EventRate> rates) {
        needles = rates.stream().anyMatch(CertaintyTable::hasNeedles);
        table = new TextTable()
                .text("Event")
                .number("Rate if all the", "unrecorded were", "no to yes, %")
                .text("Frequency words", "of the two limits");
        if (needles) {
            table.number("Events", "per 1,000", "needles").number(level, "interval");
        }
    }

    private static boolean hasNeedles(EventRate rate) {
        return rate.estimate() instanceof Estimated<EventRate.Figures> estimated
                && estimated.value().perThousandNeedles() instanceof Estimated<EventRate.NeedleRate>;
    }

    void add(EventRate rate) {
        if (!(rate.estimate() instanceof Estimated<EventRate.Figures> estimated)) {
            return;
        }
        List<String> cells = new ArrayList<>();
        cells.add(Names.event(rate.event()));
        EventRate.Bounds bounds = rate.unrecordedBounds();
        cells.add(bounds == null ? "-" : Percent.range(bounds.lower(), bounds.upper()));
        cells.add(estimated.value().frequency().fold(CertaintyTable::words, reason -> "-"));
        if (needles) {
            needles(rate, estimated.value().perThousandNeedles(), cells);
        }
        table.row(cells);
    }

    private static String words(EventRate.FrequencyWords words) {
        if (NONE_OBSERVED.equals(words.estimate())) {
            return "at most " + words.upper();
        }
        return words.lower().equals(words.upper()) ? words.lower() : words.lower() + " to " + words.upper();
    }

    private void needles(EventRate rate, @Nullable Estimate<EventRate.NeedleRate> estimate, List<String> cells) {
        if (estimate instanceof Estimated<EventRate.NeedleRate> estimated) {
            EventRate.NeedleRate figures = estimated.value();
            String upper = Quantity.rate(figures.interval().upper());
            counted.add(Quantity.count(figures.needles()), Names.event(rate.event()));
            cells.add(figures.events() == 0 ? "none" : Quantity.rate(figures.rate()));
            cells.add(
                    figures.events() == 0
                            ? "up to " + upper
                            : Quantity.rate(figures.interval().lower()) + " to " + upper);
            return;
        }
        cells.addAll(List.of("-", "-"));
        if (estimate instanceof Estimate.NotEstimable<EventRate.NeedleRate> none) {
            notEstimable.add("No rate per needle (" + none.reason() + ")", Names.event(rate.event()));
        }
    }

    void writeTo(Page page) {
        if (!table.isEmpty()) {
            page.table("How sure the rates per session are.", table);
            if (!counted.isEmpty()) {
                counted.writeTo(page, "Needles at sessions with an answer");
            }
            notEstimable.writeTo(page);
        }
    }
}
