package org.aestat.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.LadderStep;

/** How the upper bound of rare events depends on what is assumed of clustering; for the events with a limit. */
final class LadderTable {

    private static final String WITHOUT_BENCHMARKS = "any_major";

    private final Page page;

    LadderTable(Page page) {
        this.page = page;
    }

    void write(List<EventRate> rates, List<BenchmarkVerdict> benchmarks) {
        Map<String, List<LadderStep>> ladders = new LinkedHashMap<>();
        for (EventRate rate : rates) {
            boolean asked = benchmarks.isEmpty()
                    ? WITHOUT_BENCHMARKS.equals(rate.event())
                    : benchmarks.stream().anyMatch(b -> b.event().equals(rate.event()));
            if (asked
                    && rate.stratum().isOverall()
                    && rate.estimate() instanceof Estimated<EventRate.Figures> estimated
                    && !estimated.value().ladder().isEmpty()) {
                ladders.put(rate.event(), estimated.value().ladder());
            }
        }
        if (ladders.isEmpty()) {
            return;
        }
        TextTable table = new TextTable().text("Assumption");
        ladders.keySet().forEach(event -> table.number(Names.capitalised(Names.event(event)), "%"));
        double level = ladders.values().iterator().next().get(0).level();
        for (String assumption : assumptions(ladders)) {
            List<String> cells = new ArrayList<>(List.of(assumption));
            ladders.values().forEach(ladder -> cells.add(upper(ladder, assumption)));
            table.row(cells);
        }
        page.table(
                "Rare events: the one-sided " + Percent.exact(level) + " upper bound of the rate per session under "
                        + "other assumptions on how alike the sessions of a patient or therapist are.",
                table);
    }

    private static List<String> assumptions(Map<String, List<LadderStep>> ladders) {
        return ladders.values().stream()
                .flatMap(List::stream)
                .map(LadderStep::assumption)
                .distinct()
                .toList();
    }

    private static String upper(List<LadderStep> ladder, String assumption) {
        return ladder.stream()
                .filter(step -> step.assumption().equals(assumption))
                .map(step -> Percent.number(step.upper()))
                .findFirst()
                .orElse("-");
    }
}
