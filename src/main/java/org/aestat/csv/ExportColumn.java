package org.aestat.csv;

import org.jspecify.annotations.Nullable;

/**
 * One column of an export.
 *
 * @param index its place in the header, or -1 for a constant
 * @param label the name that messages show: the header's text, or the canonical name of a constant
 * @param name the canonical name, the event's name, or the header's text where nothing better is known
 * @param reader how its cells are read
 * @param minutes the diary's minutes after the session, or -1
 * @param constant the cell of a constant, or null
 */
record ExportColumn(
        int index,
        String label,
        String name,
        ColumnReader reader,
        int minutes,
        @Nullable Cell constant) {

    ValueKind kind() {
        return reader.kind();
    }

    boolean isNamed(String canonicalName) {
        return name.equals(canonicalName);
    }
}
