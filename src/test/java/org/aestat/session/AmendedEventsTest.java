package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.aestat.session.SessionLayout.Field;
import org.junit.jupiter.api.Test;

/** Records that take the place of others, in tables of more rows than one stretch of a packed column. */
class AmendedEventsTest {

    private static final int ROWS = 70_000;
    private static final AdverseEvent BRUISING = new AdverseEvent("bruising", false);

    private static SessionTable table(Random random, int events, List<List<EventRecord>> written) {
        List<AdverseEvent> kinds = new ArrayList<>(List.of(BRUISING));
        for (int event = 1; event < events; event++) {
            kinds.add(new AdverseEvent("event_" + event, false));
        }
        Sessions sessions = new Sessions(
                new SessionLayout(kinds, List.of(), List.of(), EnumSet.of(Field.DATE, Field.BRUISE_HOURS)));
        for (int row = 0; row < ROWS; row++) {
            List<EventRecord> records = new ArrayList<>();
            for (int event = 0; event < events; event++) {
                records.add(record(random, event));
            }
            written.add(records);
            int minutes = row % 3 == 0 ? 60 * row : Session.NONE;
            sessions.add("p", draft -> {
                draft.setBruiseMinutes(minutes);
                for (int event = 0; event < events; event++) {
                    draft.setEvent(event, records.get(event));
                }
            });
        }
        return sessions.table();
    }

    /** The first event has no grades yet. */
    private static EventRecord record(Random random, int event) {
        return EventRecord.of(random.nextInt(event == 0 ? 3 : 9));
    }

    @Test
    void everyRecordIsTheAmendedOne() {
        Random random = new Random(31);
        List<List<EventRecord>> written = new ArrayList<>();
        SessionTable table = table(random, 18, written);
        List<EventRecord> found = new ArrayList<>();

        table.amend((event, row, own) -> {
            assertThat(own).isEqualTo(written.get(row).get(event));
            EventRecord other = event % 2 == 0 || row == ROWS - 1 ? EventRecord.of(random.nextInt(9)) : own;
            found.add(other);
            return other;
        });

        List<EventRecord> read = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int event = 0; event < 18; event++) {
                read.add(table.record(event, row));
            }
        }
        assertThat(read).isEqualTo(found);
        assertThat(table.isGraded(0)).isTrue();
        assertThat(table.session(5).answer(3)).isEqualTo(written.get(5).get(3).answer());
    }

    @Test
    void anEventStaysGradedWithoutItsGrades() {
        List<List<EventRecord>> written = new ArrayList<>();
        SessionTable table = table(new Random(7), 2, written);

        table.amend((event, row, own) -> EventRecord.NO);

        assertThat(table.isGraded(0)).isFalse();
        assertThat(table.isGraded(1)).isTrue();
        assertThat(table.record(1, ROWS - 1)).isEqualTo(EventRecord.NO);
    }

    @Test
    void hoursAreFilledWhereThereAreNone() {
        SessionTable table = table(new Random(7), 1, new ArrayList<>());

        table.fillMinutesUntilGone(0, row -> row % 2 == 0 ? 7 : Session.NONE);

        for (int row = 0; row < ROWS; row++) {
            int filled = row % 2 == 0 ? 7 : Session.NONE;
            assertThat(table.session(row).minutesUntilGone(0)).isEqualTo(row % 3 == 0 ? 60 * row : filled);
        }
    }
}
