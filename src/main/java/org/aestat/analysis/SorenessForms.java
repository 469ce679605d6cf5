package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;
import org.aestat.session.Soreness.State;
import org.aestat.session.SorenessForm;

/** Which forms of soreness record a data set has; one of them, the first with a value, is analysed. */
public final class SorenessForms {

    private SorenessForms() {}

    /** The forms that have a column, the preferred first. */
    public static List<SorenessForm> ofColumns(SessionLayout layout) {
        List<SorenessForm> forms = new ArrayList<>();
        if (layout.has(Field.SORENESS_INTERVAL)) {
            forms.add(SorenessForm.INTERVAL);
        }
        if (!layout.diaryMinutes().isEmpty()) {
            forms.add(SorenessForm.DIARY);
        }
        if (layout.has(Field.SORENESS_DURATION)) {
            forms.add(SorenessForm.DURATION);
        }
        return forms;
    }

    /** The forms in which some session is recorded, the preferred first; where none is, those that have a column. */
    public static List<SorenessForm> recorded(SessionTable table) {
        List<SorenessForm> columns = ofColumns(table.layout());
        if (columns.size() < 2) {
            return columns;
        }
        List<SorenessForm> recorded =
                columns.stream().filter(form -> isRecorded(table, form)).toList();
        return recorded.isEmpty() ? columns : recorded;
    }

    private static boolean isRecorded(SessionTable table, SorenessForm form) {
        for (int row = 0; row < table.size(); row++) {
            if (table.session(row).soreness(form).state() != State.NOT_RECORDED) {
                return true;
            }
        }
        return false;
    }
}
