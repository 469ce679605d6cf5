package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.csv.RedcapColumn.Role;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of an export of REDCap are, with names or labels as headers. */
final class RedcapHeader {

    private static final Set<String> MISSING =
            Set.of("NI", "INV", "UNK", "NASK", "ASKU", "NAV", "MSK", "NA", "NAVU", "NP");

    private static final Set<String> MISSING_LABELS = Set.of(
            "no information",
            "invalid",
            "unknown",
            "not asked",
            "asked but unknown",
            "temporarily unavailable",
            "masked",
            "not applicable",
            "not available",
            "not present");

    private static final Pattern CHOICE = Pattern.compile("(.+) \\(choice=(.*)\\)", Pattern.DOTALL);
    private static final Pattern CHECKBOX = Pattern.compile("(.*?[^_])___(.+)", Pattern.DOTALL);
    private static final String COMPLETE = "_complete";
    private static final String TIMESTAMP = "_timestamp";
    private static final Map<String, Role> SYSTEM = Map.of(
            "redcap_event_name",
            Role.EVENT_NAME,
            "event_name",
            Role.EVENT_NAME,
            "redcap_repeat_instrument",
            Role.INSTRUMENT,
            "repeat_instrument",
            Role.INSTRUMENT,
            "redcap_repeat_instance",
            Role.INSTANCE,
            "repeat_instance",
            Role.INSTANCE,
            "redcap_survey_identifier",
            Role.ACCESS,
            "survey_identifier",
            Role.ACCESS);

    private final List<String> labels;
    private final @Nullable DataDictionary dictionary;
    private final List<RedcapColumn> columns = new ArrayList<>();

    /**
     * The columns.
     *
     * @param labels the fields of the header as written
     * @param dictionary the data dictionary, or null
     */
    RedcapHeader(List<String> labels, @Nullable DataDictionary dictionary) {
        this.labels = labels;
        this.dictionary = dictionary;
        int record = recordPlace();
        for (int place = 0; place < labels.size(); place++) {
            columns.add(place == record ? record(place) : column(labels.get(place)));
        }
        if (dictionary == null) {
            formsByPosition();
        } else {
            formsOfLabelledStatus();
        }
    }

    List<RedcapColumn> columns() {
        return columns;
    }

    /** REDCap writes the id of the record first. */
    private int recordPlace() {
        for (int place = 0; place < labels.size(); place++) {
            if (dictionary != null && dictionary.first().equals(entry(labels.get(place)))) {
                return place;
            }
        }
        return 0;
    }

    private RedcapColumn record(int place) {
        return new RedcapColumn(Role.RECORD, labels.get(place), "", false, entry(labels.get(place)), null);
    }

    private @Nullable DictionaryField entry(String label) {
        if (dictionary == null) {
            return null;
        }
        DictionaryField named = dictionary.named(label);
        return named == null ? dictionary.labelled(label) : named;
    }

    private RedcapColumn column(String label) {
        String name = CanonicalColumns.normalise(label);
        DictionaryField entry = entry(label);
        if (entry != null) {
            return new RedcapColumn(Role.FIELD, label, "", false, entry, entry.form());
        }
        Role system = SYSTEM.get(name);
        if (system != null) {
            return new RedcapColumn(system, label, "", false, null, null);
        }
        if (name.equals("complete?") || name.equals("survey_timestamp")) {
            return new RedcapColumn(Role.STATUS, label, "", false, null, null);
        }
        for (String end : List.of(COMPLETE, TIMESTAMP)) {
            String form = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : "";
            if (!form.isEmpty() && (dictionary == null ? end.equals(COMPLETE) : dictionary.hasForm(form))) {
                return new RedcapColumn(Role.STATUS, label, "", false, null, form);
            }
        }
        RedcapColumn choice = choice(label);
        return choice == null ? new RedcapColumn(Role.FIELD, label, "", false, null, null) : choice;
    }

    private @Nullable RedcapColumn choice(String label) {
        Matcher labelled = CHOICE.matcher(label);
        if (labelled.matches()) {
            String field = labelled.group(1);
            String choice = labelled.group(2);
            DictionaryField entry = dictionary == null ? null : dictionary.labelled(field);
            boolean missing = isMissing(choice) || ChoiceWords.isNotRecorded(choice);
            return new RedcapColumn(Role.CHOICE, field, choice, missing, entry, entry == null ? null : entry.form());
        }
        Matcher raw = CHECKBOX.matcher(label);
        if (!raw.matches()) {
            return null;
        }
        DictionaryField entry = dictionary == null ? null : dictionary.ofChoice(label);
        if (entry == null) {
            String code = raw.group(2);
            return new RedcapColumn(Role.CHOICE, raw.group(1), code, isMissingCode(code), null, null);
        }
        String code = CanonicalColumns.normalise(label).substring(entry.name().length() + 3);
        for (Map.Entry<String, String> choice : entry.choices().entrySet()) {
            if (exported(choice.getKey()).equals(code)) {
                boolean missing = ChoiceWords.isNotRecorded(choice.getValue());
                return new RedcapColumn(Role.CHOICE, entry.name(), choice.getValue(), missing, entry, entry.form());
            }
        }
        return new RedcapColumn(Role.CHOICE, entry.name(), code, isMissingCode(code), entry, entry.form());
    }

    /** The form in which REDCap writes a code into the name of a column. */
    private static String exported(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    /** Whether a cell is a missing-data code, or the label of one, that says that nothing is recorded. */
    static boolean isMissing(String cell) {
        return MISSING.contains(cell) || MISSING_LABELS.contains(Words.fold(cell));
    }

    private static boolean isMissingCode(String code) {
        return MISSING.contains(code.toUpperCase(Locale.ROOT));
    }

    /** REDCap writes the fields of an instrument, and after them how far it is filled in. */
    private void formsByPosition() {
        String form = null;
        for (int place = columns.size() - 1; place >= 0; place--) {
            RedcapColumn column = columns.get(place);
            if (column.is(Role.STATUS)) {
                form = column.form();
            } else if (column.isData()) {
                columns.set(place, column.ofForm(form));
            }
        }
    }

    /** Where headers are labels, the status of every instrument has the same one and follows its fields. */
    private void formsOfLabelledStatus() {
        String form = null;
        for (int place = 0; place < columns.size(); place++) {
            RedcapColumn column = columns.get(place);
            if (column.isData() && column.form() != null) {
                form = column.form();
            } else if (column.is(Role.STATUS) && column.form() == null) {
                columns.set(place, column.ofForm(form));
            }
        }
    }

    /** The place of the only column with this role, or -1. */
    int place(Role role) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).is(role)) {
                return place;
            }
        }
        return -1;
    }

    /** The place of the column that says how far an instrument is filled in, or -1. */
    int status(@Nullable String form) {
        for (int place = 0; place < columns.size(); place++) {
            RedcapColumn column = columns.get(place);
            if (column.is(Role.STATUS)
                    && form != null
                    && form.equals(column.form())
                    && !CanonicalColumns.normalise(column.field()).endsWith("timestamp")) {
                return place;
            }
        }
        return -1;
    }

    boolean hasDictionary() {
        return dictionary != null;
    }

    /** Whether the data dictionary is of this export. */
    boolean isOfDictionary() {
        return dictionary == null || columns.stream().anyMatch(column -> column.entry() != null);
    }

    /** What the data dictionary is called. */
    String dictionaryName() {
        return Objects.requireNonNull(dictionary).fileName();
    }
}
