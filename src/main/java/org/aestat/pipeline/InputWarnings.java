package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.ExportReader;
import org.aestat.result.Warning;
import org.aestat.session.SessionLayout.Field;

/**
 * What the reader of a result has to know about its input.
 *
 * @param names the inputs' names
 * @param readers the inputs, read
 * @param patientsById whether ids tell patients apart, and not rows
 */
record InputWarnings(List<String> names, List<ExportReader> readers, boolean patientsById) {

    List<Warning> list(Rejections rejections) {
        List<Warning> warnings = new ArrayList<>();
        if (rejections.total() > 0) {
            warnings.add(new Warning(
                    "rejected-rows",
                    (rejections.total() == 1
                                    ? "1 row could not be read and is"
                                    : rejections.total() + " rows could not be read and are")
                            + " in no figure; standard error lists what was rejected."));
        }
        for (int file = 0; file < readers.size(); file++) {
            for (String note : readers.get(file).columns().notes()) {
                warnings.add(new Warning("unused-column", note));
            }
            for (String doubt : readers.get(file).doubts()) {
                warnings.add(new Warning("preset", doubt));
            }
            missing(file, warnings);
        }
        boolean siteMissing =
                readers.stream().anyMatch(reader -> !reader.columns().fields().contains(Field.SITE));
        if (patientsById && readers.size() > 1 && siteMissing) {
            warnings.add(new Warning(
                    "patients-by-id",
                    "Several files and no column 'site' in every one: equal patient ids are taken as one patient."));
        }
        return warnings;
    }

    private void missing(int file, List<Warning> warnings) {
        Set<String> missing = new TreeSet<>();
        ExportColumns own = readers.get(file).columns();
        for (ExportReader other : readers) {
            other.columns().events().stream()
                    .filter(event -> !own.events().contains(event))
                    .forEach(event -> missing.add(event.name()));
            other.columns().fields().stream()
                    .filter(field -> !own.fields().contains(field))
                    .forEach(field -> missing.add(field.column()));
        }
        if (!missing.isEmpty()) {
            warnings.add(new Warning(
                    "columns-differ",
                    names.get(file) + ": other files have " + String.join(", ", missing)
                            + ", which is not recorded for the sessions of this one."));
        }
    }
}
