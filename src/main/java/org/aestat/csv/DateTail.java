package org.aestat.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time of day after a date, as a pattern. */
final class DateTail {

    private static final Pattern TIME = Pattern.compile(
            "( |T)([0-9]{1,2}):[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?( ?[AaPp][Mm])?(Z|[+-][0-9]{2}:[0-9]{2})?");

    private DateTail() {}

    /** The pattern of what stands from a place on: empty where nothing does, null where it is no time. */
    static @Nullable String of(Cell cell, int from) {
        if (from == cell.length()) {
            return "";
        }
        Matcher time = TIME.matcher(cell.subSequence(from, cell.length()));
        if (!time.matches()) {
            return null;
        }
        StringBuilder pattern = new StringBuilder(time.group(1).equals("T") ? "'T'" : " ");
        String half = time.group(5);
        pattern.append(half == null ? "H" : "h").append(":mm");
        if (time.group(3) != null) {
            pattern.append(":ss");
        }
        if (time.group(4) != null) {
            pattern.append('.').append("S".repeat(time.group(4).length() - 1));
        }
        if (half != null) {
            pattern.append(half.startsWith(" ") ? " a" : "a");
        }
        return pattern.append(time.group(6) == null ? "" : "XXX").toString();
    }
}
