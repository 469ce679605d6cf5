package org.aestat.render;

import org.aestat.result.ReliefResult;

/** Definitions of relief in words. */
final class ReliefWords {

    private static final String FALL = "pain -";
    private static final String AT_MOST = "pain<=";

    private ReliefWords() {}

    static String definition(String definition) {
        if (definition.endsWith(ReliefResult.SUSTAINED)) {
            String first = definition.substring(0, definition.length() - ReliefResult.SUSTAINED.length());
            return definition(first) + ", and at every later session with an answer";
        }
        if ("column".equals(definition)) {
            return "as recorded in the export's column of that name";
        }
        if (definition.startsWith(FALL)) {
            String fall = definition.substring(FALL.length());
            return "pain (0 to 10) after a session lower than before the first one by at least "
                    + (fall.endsWith("%") ? fall.replace("%", " %") : fall + " points");
        }
        return definition.startsWith(AT_MOST)
                ? "pain (0 to 10) after a session of at most " + definition.substring(AT_MOST.length())
                : definition;
    }
}
