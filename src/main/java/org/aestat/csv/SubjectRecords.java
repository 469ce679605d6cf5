package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of an export, each with the fields that a file of subjects has for its patient. */
final class SubjectRecords implements RecordSource {

    private final RecordSource records;
    private final SubjectsFile subjects;
    private final String file;
    private final List<String> labels;
    private final int own;
    private final int[] keyPlaces;
    private final String[] key;
    private final Cell cell = new Cell();
    private boolean known = true;

    /**
     * The records of an export.
     *
     * @param file its name
     * @param opened the export
     * @param keyPlaces the places of the columns that make the patient's id
     * @param subjects the file of subjects
     */
    SubjectRecords(String file, ExportRecords opened, int[] keyPlaces, SubjectsFile subjects) {
        this.file = file;
        this.records = opened.records();
        this.subjects = subjects;
        this.own = opened.labels().size();
        this.keyPlaces = keyPlaces;
        this.key = new String[keyPlaces.length];
        this.labels = new ArrayList<>(opened.labels());
        labels.addAll(subjects.labelsBeside(opened.labels()));
    }

    /** The names of all columns. */
    List<String> labels() {
        return labels;
    }

    @Override
    public boolean next(FieldSink fields) {
        if (!records.next((index, buffer, offset, length) -> {
            take(index, buffer, offset, length);
            fields.field(index, buffer, offset, length);
        })) {
            return false;
        }
        known = true;
        if (records.fieldCount() == own) {
            @Nullable List<String> beside = subjects.meet(String.join("\0", key), labels.subList(own, labels.size()));
            known = beside != null;
            for (int i = 0; beside != null && i < beside.size(); i++) {
                char[] text = beside.get(i).toCharArray();
                fields.field(own + i, text, 0, text.length);
            }
        }
        return true;
    }

    private void take(int index, char[] buffer, int offset, int length) {
        for (int i = 0; i < keyPlaces.length; i++) {
            if (keyPlaces[i] == index) {
                cell.set(buffer, offset, length);
                key[i] = cell.toString();
            }
        }
    }

    @Override
    public boolean settle(RowSink sink) {
        int found = records.fieldCount();
        if (found != own) {
            sink.rejected(List.of(RowProblem.ofFields(file, line(), found, own, this)));
        } else if (!known) {
            sink.rejected(List.of(new RowProblem(
                    ProblemCode.PATIENT_NOT_FOUND,
                    file,
                    line(),
                    labels.get(keyPlaces[0]),
                    "a patient that " + subjects.name() + " does not have",
                    "one of its rows",
                    "")));
        }
        return found != own || !known;
    }

    @Override
    public long line() {
        return records.line();
    }

    @Override
    public int fieldCount() {
        return records.fieldCount() + labels.size() - own;
    }

    @Override
    public String delimiterAdvice() {
        return records.delimiterAdvice();
    }
}
