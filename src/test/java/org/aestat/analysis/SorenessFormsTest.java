package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.Sessions;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;

class SorenessFormsTest {

    private static final Set<Field> BOTH = EnumSet.of(Field.SORENESS_DURATION, Field.SORENESS_INTERVAL);

    private static Sessions sessions(Set<Field> fields, Integer... diary) {
        return new Sessions(Sessions.layout(fields, List.of(diary)));
    }

    @Test
    void columnsInTheOrderOfPreference() {
        assertThat(SorenessForms.ofColumns(sessions(BOTH, 60).table().layout()))
                .containsExactly(SorenessForm.INTERVAL, SorenessForm.DIARY, SorenessForm.DURATION);
        assertThat(SorenessForms.ofColumns(sessions(Set.of()).table().layout())).isEmpty();
    }

    @Test
    void aFormWithoutAnyValueGivesWayToOneThatHasSome() {
        Sessions sessions = sessions(BOTH, 60).add("p", draft -> {}).add("q", draft -> draft.setDuration(90));

        assertThat(SorenessForms.recorded(sessions.table())).containsExactly(SorenessForm.DURATION);
    }

    @Test
    void ofTwoFormsTheOneWithValuesIsTaken() {
        Sessions sessions = sessions(BOTH).add("q", draft -> draft.setDuration(90));

        assertThat(SorenessForms.recorded(sessions.table())).containsExactly(SorenessForm.DURATION);
    }

    @Test
    void theOnlyFormIsTakenEvenWithoutAValue() {
        Sessions sessions = sessions(Set.of(Field.SORENESS_DURATION)).add("p", draft -> {});

        assertThat(SorenessForms.recorded(sessions.table())).containsExactly(SorenessForm.DURATION);
    }

    @Test
    void withoutAnyValueTheColumnsCount() {
        assertThat(SorenessForms.recorded(sessions(BOTH).add("p", draft -> {}).table()))
                .containsExactly(SorenessForm.INTERVAL, SorenessForm.DURATION);
    }

    @Test
    void twoRecordedFormsAreBothNamed() {
        Sessions sessions = sessions(BOTH, 60)
                .add("p", draft -> draft.setDuration(90))
                .add("q", draft -> draft.setDiaryScore(0, Session.SCORE_UNITS));

        assertThat(SorenessForms.recorded(sessions.table())).containsExactly(SorenessForm.DIARY, SorenessForm.DURATION);
    }
}
