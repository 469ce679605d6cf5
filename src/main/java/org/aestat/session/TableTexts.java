package org.aestat.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the codes of a table stand for: patients, and texts of therapists and courses, then those of each category. */
final class TableTexts {

    static final int THERAPISTS = 0;
    static final int COURSES = 1;
    static final int CATEGORIES = 2;

    private final PatientIds patients = new PatientIds();
    private final List<Dictionary> dictionaries = new ArrayList<>();

    TableTexts(SessionLayout layout) {
        for (int i = 0; i < CATEGORIES + layout.categories().size(); i++) {
            dictionaries.add(new Dictionary());
        }
    }

    PatientIds patients() {
        return patients;
    }

    Dictionary therapists() {
        return dictionaries.get(THERAPISTS);
    }

    Dictionary courseIds() {
        return dictionaries.get(COURSES);
    }

    Dictionary category(int category) {
        return dictionaries.get(CATEGORIES + category);
    }

    void clear() {
        patients.clear();
        dictionaries.forEach(Dictionary::clear);
    }

    /** The codes of another table's texts as far as they were here when last added to; other threads may ask for them. */
    FoundTexts find(TableTexts other) {
        int[][] codes = new int[dictionaries.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = dictionaries.get(i).find(other.dictionaries.get(i));
        }
        return new FoundTexts(patients.find(other.patients), codes);
    }

    /**
     * The codes of all texts of another table, which are added where they are new.
     *
     * @param known what was found before, or null
     */
    FoundTexts codes(TableTexts other, @Nullable FoundTexts known) {
        int[][] codes = new int[dictionaries.size()][];
        for (int i = 0; i < codes.length; i++) {
            Dictionary mine = dictionaries.get(i);
            Dictionary theirs = other.dictionaries.get(i);
            codes[i] = known == null ? mine.codes(theirs) : mine.codes(theirs, known.of(i));
        }
        if (known == null) {
            return new FoundTexts(patients.codes(other.patients), codes);
        }
        FoundTexts found = new FoundTexts(patients.codes(other.patients, known.patients()), codes);
        publish();
        return found;
    }

    private void publish() {
        patients.publish();
        dictionaries.forEach(Dictionary::publish);
    }
}
