package org.aestat.csv;

import java.util.List;
import java.util.Map;

/** Reads a list of canonical adverse events as a set of bits, one for each event in canonical order. */
final class EventListParser implements CellParser {

    private static final List<String> NAMES = CanonicalColumns.eventNames();

    private final Map<String, String> values;

    /**
     * A parser of lists.
     *
     * @param values texts, {@linkplain Words#fold folded}, and the names they stand for
     */
    EventListParser(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public int parse(Cell cell) {
        String list = cell.toString();
        if (Words.fold(list).equals("none")) {
            return 0;
        }
        int happened = 0;
        for (String item : list.split(";", -1)) {
            String text = Words.fold(item);
            if (!text.isEmpty()) {
                int event = NAMES.indexOf(CanonicalColumns.normalise(values.getOrDefault(text, text)));
                if (event < 0) {
                    return REJECTED;
                }
                happened |= 1 << event;
            }
        }
        return happened == 0 ? REJECTED : happened;
    }
}
