package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aestat.result.Estimate;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.ReliefResult;
import org.aestat.result.ReliefResult.RelievedBy;
import org.aestat.result.ReliefResult.Share;

/** The share of courses with relief by fixed sessions, a block of lines a stratum. */
final class ReliefShares {

    private final String level;
    private final Notes notes = new Notes();

    ReliefShares(String level) {
        this.level = level;
    }

    void write(Page page, List<ReliefResult> results) {
        List<Integer> sessions = results.stream()
                .flatMap(result -> rows(result).stream())
                .map(RelievedBy::sessions)
                .distinct()
                .sorted()
                .toList();
        if (sessions.isEmpty()) {
            return;
        }
        TextTable table = new TextTable().text("By session");
        sessions.forEach(session -> table.number(Quantity.count(session)));
        for (ReliefResult result : results) {
            if (!rows(result).isEmpty()) {
                block(table, result, sessions);
            }
        }
        page.table("Share of courses with relief by a session.", table);
        notes.writeTo(page);
    }

    private static List<RelievedBy> rows(ReliefResult result) {
        return result.estimate().fold(ReliefResult.Figures::relievedBy, reason -> List.of());
    }

    private void block(TextTable table, ReliefResult result, List<Integer> sessions) {
        String label = Names.stratum(result.stratum(), "all courses");
        List<Estimate<Share>> shares = sessions.stream()
                .map(session -> rows(result).stream()
                        .filter(row -> row.sessions() == session)
                        .map(RelievedBy::estimate)
                        .findFirst()
                        .orElseGet(() -> Estimate.notEstimable("not asked for")))
                .toList();
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) instanceof NotEstimable<Share> none) {
                notes.add("Not estimable (" + none.reason() + ")", "session " + sessions.get(i) + " (" + label + ")");
            }
        }
        table.group(label);
        line(table, "  with relief, %", shares, share -> Percent.number(share.probability()));
        line(table, "  " + level + " interval", shares, share -> ShareText.limits(share.lower(), share.upper()));
        line(table, "  had nobody stopped, %", shares, share -> Percent.number(share.ifNobodyStopped()));
        line(table, "  courses followed so far", shares, share -> Quantity.count(share.atRisk()));
    }

    private static void line(
            TextTable table, String label, List<Estimate<Share>> shares, Function<Share, String> cell) {
        List<String> cells = new ArrayList<>(List.of(label));
        for (Estimate<Share> share : shares) {
            cells.add(share instanceof Estimated<Share> estimated ? cell.apply(estimated.value()) : "-");
        }
        table.row(cells);
    }
}
