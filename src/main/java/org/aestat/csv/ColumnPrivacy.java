package org.aestat.csv;

import java.util.Collection;
import org.aestat.csv.DateForms.Form;
import org.jspecify.annotations.Nullable;

/** Says whether the values of a column would tell who somebody is; tells of what kind they are, never what they are. */
public final class ColumnPrivacy {

    private static final String NAMES = "names of people";
    private static final int YEARS_OF_A_LIFE = 30;

    private static final String[] PLACES_AND_THINGS = {
        "site",
        "clinic",
        "practice",
        "centre",
        "center",
        "hospital",
        "ward",
        "department",
        "city",
        "region",
        "country",
        "technique",
        "condition",
        "diagnosis",
        "device",
        "needle",
        "product",
        "study",
        "file",
        "standort",
        "praxis",
        "klinik",
        "centro",
        "clinica",
        "cabinet",
        "clinique"
    };

    private ColumnPrivacy() {}

    /**
     * What a column without a canonical name holds by its header.
     *
     * @param label the header; a name in it that is said to be one of a place or thing is none of a person
     * @return names of people, dates of birth, e-mail addresses and the like, or null
     */
    static @Nullable String byHeader(String label) {
        String found = Sensitivity.byHeader(label);
        return NAMES.equals(found) && HeaderKey.hasAny(label, PLACES_AND_THINGS) ? null : found;
    }

    /**
     * What a column holds by the texts in it.
     *
     * @param name the column's name in the table; the canonical names of people who treat and of places may look like
     *     names
     * @param texts the distinct texts
     * @param personal whether most of the texts belong to one patient each, without which names of people and free text
     *     are taken for long names of categories
     * @return dates of birth, e-mail addresses, phone numbers, names of people or free text, or null
     */
    public static @Nullable String byTexts(String name, Collection<String> texts, boolean personal) {
        ColumnProfile profile = new ColumnProfile(null, texts.size() + 1, null);
        texts.forEach(text -> profile.accept(Cell.of(text)));
        if (isDatesOfBirth(profile)) {
            return "dates of birth";
        }
        String found = profile.sensitivity().byCells(texts.size(), false);
        if (found == null || found.equals("e-mail addresses") || found.equals("phone numbers")) {
            return found;
        }
        boolean named = CanonicalColumns.kind(name) != null && found.equals(NAMES);
        return personal && !named ? found : null;
    }

    private static boolean isDatesOfBirth(ColumnProfile profile) {
        return profile.dates().span() >= YEARS_OF_A_LIFE
                && profile.dates().best().stream().mapToLong(Form::cells).max().orElse(0) * 2 > profile.recorded();
    }
}
