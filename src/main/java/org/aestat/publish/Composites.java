package org.aestat.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.aestat.publish.SessionCells.Row;

/**
 * What a reader knows of composite events in one stratum. A composite is yes where a part is yes, no only where every
 * part is no, and not recorded only where a part is. So it is yes at least as often as any part and at most as often as
 * all together, no at most as often as any part, and not no, or not recorded, at most as often as the parts together.
 *
 * @param cells the counts
 * @param rows the counts of every event
 * @param sessions the sessions of the stratum
 */
record Composites(LinearCells cells, Map<String, Row> rows, int sessions) {

    static final String ANY = "any";
    private static final String PREFIX = "any_";

    void relate() {
        Row any = rows.get(ANY);
        if (any != null) {
            relate(any, simple(ANY));
        }
        List<Row> composites = new ArrayList<>();
        for (String severity : List.of("minor", "major")) {
            Row composite = rows.get(PREFIX + severity);
            if (composite != null && !simple(severity).isEmpty()) {
                relate(composite, simple(severity));
                composites.add(composite);
            }
        }
        if (any != null && composites.size() == 2) {
            relate(any, composites);
        }
    }

    private List<Row> simple(String severity) {
        return rows.entrySet().stream()
                .filter(row -> !row.getKey().equals(ANY) && !row.getKey().startsWith(PREFIX))
                .map(Map.Entry::getValue)
                .filter(row -> severity.equals(ANY) || severity.equals(row.severity()))
                .toList();
    }

    private void relate(Row composite, List<Row> parts) {
        if (parts.isEmpty()) {
            return;
        }
        List<Integer> notNo = new ArrayList<>();
        for (Row part : parts) {
            cells.atLeast(List.of(composite.yes()), List.of(part.yes()));
            cells.atLeast(List.of(part.no()), List.of(composite.no()));
            notNo.add(part.yes());
            notNo.add(part.missing());
        }
        cells.atLeast(parts.stream().map(Row::yes).toList(), List.of(composite.yes()));
        cells.atLeast(notNo, List.of(composite.yes(), composite.missing()));
        cells.atLeast(parts.stream().map(Row::missing).toList(), List.of(composite.missing()));
        List<Integer> no = new ArrayList<>(Collections.nCopies(parts.size() - 1, sessions));
        no.add(composite.no());
        cells.atLeast(no, parts.stream().map(Row::no).toList());
    }
}
