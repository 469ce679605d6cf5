package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.aestat.result.Stratum;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.aestat.session.Sessions;
import org.junit.jupiter.api.Test;

class StrataTest {

    private final Sessions sessions =
            new Sessions(new SessionLayout(List.of(), List.of("arm", "site"), List.of(), Set.of()));
    private final SessionTable table = sessions.table();

    private void session(String arm, String site, boolean used) {
        sessions.add("p", used, draft -> {
            draft.setCategory(0, arm.isEmpty() ? 0 : table.categoryTexts(0).code(arm));
            draft.setCategory(1, site.isEmpty() ? 0 : table.categoryTexts(1).code(site));
        });
    }

    private static List<List<String>> values(Strata strata) {
        List<List<String>> values = new ArrayList<>();
        for (int place = 0; place < strata.size(); place++) {
            values.add(new ArrayList<>(strata.get(place).values()));
        }
        return values;
    }

    @Test
    void overallFirstThenSortedByValueAndNotRecordedLast() {
        session("b", "", true);
        session("10", "", true);
        session("", "", true);
        session("9", "", true);
        session("B", "", true);
        Strata strata = new Strata(table, List.of(List.of("arm")));

        assertThat(strata.get(0)).isEqualTo(Stratum.OVERALL);
        assertThat(values(strata))
                .containsExactly(
                        List.of(), List.of("10"), List.of("9"), List.of("B"), List.of("b"), Arrays.asList((String)
                                null));
        assertThat(strata.place(table.session(0), 0)).isEqualTo(4);
        assertThat(strata.place(table.session(2), 0)).isEqualTo(5);
    }

    @Test
    void onlyCombinationsOfUsedSessions() {
        session("a", "x", true);
        session("b", "y", true);
        session("a", "y", false);
        session("b", "", true);
        Strata strata = new Strata(table, List.of(List.of("arm", "site")));

        assertThat(values(strata))
                .containsExactly(List.of(), List.of("a", "x"), List.of("b", "y"), Arrays.asList("b", null));
        assertThatThrownBy(() -> strata.place(table.session(2), 0)).hasMessage("a session outside the strata");
    }

    @Test
    void aValueOfUnusedSessionsAloneIsNoStratum() {
        session("a", "", true);
        session("b", "", false);
        session("c", "", false);
        Strata strata = new Strata(table, List.of(List.of("arm")));

        assertThat(strata.size()).isEqualTo(2);
        assertThatThrownBy(() -> strata.place(table.session(1), 0)).hasMessage("a session outside the strata");
        assertThatThrownBy(() -> strata.place(table.session(2), 0)).hasMessage("a session outside the strata");
    }

    @Test
    void everyGroupingHasItsStrata() {
        session("a", "x", true);
        session("b", "x", true);
        Strata strata = new Strata(table, List.of(List.of("arm"), List.of("site")));

        assertThat(strata.groupings()).isEqualTo(2);
        assertThat(strata.place(table.session(1), 0)).isEqualTo(2);
        assertThat(strata.place(table.session(1), 1)).isEqualTo(3);
        int[] places = new int[3];
        strata.places(table.session(1), places);
        assertThat(places).as("overall, arm, site").containsExactly(0, 2, 3);
        assertThat(strata).isNotEqualTo(new Strata(table, List.of())).isNotEqualTo("strata");
        assertThat(strata).hasSameHashCodeAs(new Strata(table, List.of(List.of("arm"), List.of("site"))));
    }
}
