package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.ReliefResult;
import org.aestat.result.ReliefResult.Reached;
import org.aestat.result.ReliefResult.Second;

/**
 * Relief by a second definition, a line a stratum.
 *
 * @param level the confidence level in words
 * @param columns what the strata are made of
 */
record SecondRelief(String level, String columns) {

    private static final String OVERALL = "all courses";
    private static final List<Integer> SESSIONS = List.of(3, 6);

    void write(Page page, List<ReliefResult> results) {
        List<Second> seconds = results.stream()
                .map(result -> result.further().second())
                .filter(Objects::nonNull)
                .toList();
        if (seconds.isEmpty()) {
            return;
        }
        TextTable table = new TextTable().text(columns).number("Courses").number("Relieved");
        table.number("Sessions to relief,", "median (" + level + " interval)");
        SESSIONS.forEach(session -> table.number("Relieved", "by " + session + ", %"));
        table.number("Held at the", "next visit");
        Notes notes = new Notes();
        for (ReliefResult result : results) {
            Second second = result.further().second();
            if (second != null) {
                table.row(cells(result, second, notes));
            }
        }
        page.table(
                "By a second definition: "
                        + ReliefWords.definition(seconds.get(0).definition()) + ".",
                table);
        if (seconds.stream().anyMatch(second -> second.estimate()
                .fold(reached -> QuantileText.hasUnknownLimit(reached.medianSessions()), reason -> false))) {
            page.continued(QuantileText.UNKNOWN_LIMIT);
        }
        notes.writeTo(page);
    }

    private static List<String> cells(ReliefResult result, Second second, Notes notes) {
        String label = Names.stratum(result.stratum(), OVERALL);
        List<String> cells = new ArrayList<>(List.of(
                Names.values(result.stratum(), OVERALL),
                Quantity.count(second.courses()),
                Quantity.count(second.relieved())));
        if (second.estimate() instanceof Estimated<Reached> estimated) {
            String reason = estimated.value().medianSessions().reason();
            if (reason != null) {
                notes.add("No median (" + reason + ")", label);
            }
            cells.add(QuantileText.cell(estimated.value().medianSessions()));
            SESSIONS.forEach(session -> cells.add(share(estimated.value(), session)));
        } else if (second.estimate() instanceof NotEstimable<Reached> none) {
            notes.add("Not estimable (" + none.reason() + ")", label);
            cells.addAll(List.of("-", "-", "-"));
        }
        ReliefResult.Held held = second.heldAtNextVisit();
        cells.add(
                held == null || held.courses() == 0
                        ? "-"
                        : Quantity.count(held.held()) + " of " + Quantity.count(held.courses()));
        return cells;
    }

    private static String share(Reached reached, int session) {
        return reached.relievedBy().stream()
                .filter(row -> row.sessions() == session)
                .map(row -> row.estimate().fold(share -> Percent.number(share.probability()), reason -> "-"))
                .findFirst()
                .orElse("-");
    }
}
