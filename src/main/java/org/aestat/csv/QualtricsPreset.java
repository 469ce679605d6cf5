package org.aestat.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads responses of Qualtrics: three header rows, previews and tests left out, choices in columns or in one cell. */
final class QualtricsPreset {

    /** Why rows are left out. */
    static final List<String> REASONS = List.of("survey preview", "survey test");

    private static final int PREVIEW = 0;
    private static final int TEST = 1;
    private static final Map<String, Integer> STATUS = Map.of(
            "1", PREVIEW,
            "survey preview", PREVIEW,
            "9", PREVIEW,
            "survey preview spam", PREVIEW,
            "17", PREVIEW,
            "offline survey preview", PREVIEW,
            "2", TEST,
            "survey test", TEST);
    private static final Map<String, Integer> CHANNEL = Map.of("preview", PREVIEW, "test", TEST);
    private static final Set<String> IDENTIFYING = Set.of(
            "ipaddress",
            "ip_address",
            "recipientlastname",
            "recipientfirstname",
            "recipientemail",
            "externalreference",
            "externaldatareference",
            "locationlatitude",
            "locationlongitude");
    private static final Pattern CHOICE = Pattern.compile("(.+)_[0-9]+");

    private final PresetTable table;
    private final Mapping mapping;
    private final List<String> texts = new ArrayList<>();

    private QualtricsPreset(PresetTable table, Mapping mapping) {
        this.table = table;
        this.mapping = mapping;
    }

    /** The responses as they are read from here on. */
    static PresetExport reshape(PresetTable table, ReadOptions options) {
        return new QualtricsPreset(table, options.mapping()).export();
    }

    private PresetExport export() {
        takeHeaderRows();
        Map<String, Integer> places = table.places();
        leaveOut(places.get("status"), STATUS);
        leaveOut(places.get("distributionchannel"), CHANNEL);
        choices();
        return new SurveyPreset(table, mapping, IDENTIFYING, this::recognise).export();
    }

    private void takeHeaderRows() {
        List<PresetRow> rows = table.rows();
        boolean whole = rows.size() >= 2 && rows.get(0).isOpen() && rows.get(1).isOpen();
        for (int place = 0; whole && place < table.labels().size(); place++) {
            whole = rows.get(1).cell(place).startsWith("{\"ImportId\":");
        }
        if (!whole) {
            throw table.fault(
                    "an export of Qualtrics has three header rows, the third with an ImportId in every column."
                            + " Export the responses as CSV, with all of them.");
        }
        for (int place = 0; place < table.labels().size(); place++) {
            texts.add(rows.get(0).cell(place));
        }
        rows.subList(0, 2).clear();
    }

    private void leaveOut(@Nullable Integer place, Map<String, Integer> words) {
        for (PresetRow row : table.rows()) {
            Integer reason = place == null || !row.isOpen() ? null : words.get(Words.fold(row.cell(place)));
            if (reason != null) {
                row.exclude(reason);
            }
        }
    }

    private void recognise(PresetColumns columns, int place) {
        String label = columns.label(place);
        String text = texts.get(place);
        String name = label.equals("ResponseId") ? CanonicalColumns.SESSION_ID : PresetColumns.meaning(label, text);
        if (name == null) {
            name = PresetColumns.meaning(answer(text), label + " " + text);
        }
        if (name != null) {
            columns.recognise(place, name);
        }
    }

    /** What a column of a question of several parts is about: what stands after the last dash. */
    private static String answer(String text) {
        int dash = text.lastIndexOf(" - ");
        return dash < 0 ? text : text.substring(dash + 3).strip();
    }

    /** Makes the choices of a question that has a column for each yes or no. */
    private void choices() {
        Map<String, List<Integer>> questions = new LinkedHashMap<>();
        for (int place = 0; place < texts.size(); place++) {
            Matcher choice = CHOICE.matcher(table.labels().get(place));
            int dash = texts.get(place).lastIndexOf(" - ");
            if (choice.matches() && dash > 0) {
                String question = choice.group(1) + " " + texts.get(place).substring(0, dash);
                questions.computeIfAbsent(question, key -> new ArrayList<>()).add(place);
            }
        }
        questions.values().stream().filter(places -> places.size() > 1).forEach(this::settle);
    }

    private void settle(List<Integer> places) {
        CheckboxGroup group = new CheckboxGroup(table, table.distinctLabels());
        boolean choices = true;
        boolean onlyOnes = true;
        boolean recorded = false;
        for (int place : places) {
            String answer = Words.fold(answer(texts.get(place)));
            group.add(new CheckboxGroup.Choice(place, answer, ChoiceWords.isNotRecorded(answer)));
            for (PresetRow row : table.rows()) {
                if (row.isOpen() && !row.isBlank(place)) {
                    String cell = Words.fold(row.cell(place));
                    recorded = true;
                    choices &= cell.equals(answer);
                    onlyOnes &= cell.equals("1");
                }
            }
        }
        boolean events = PresetColumns.isAboutEvents(texts.get(places.get(0)));
        if (recorded && onlyOnes && events) {
            throw table.fault("'" + table.labels().get(places.get(0)) + "' and its like hold only 1 and blanks: whether"
                    + " they are choices or a scale is not clear. Export choice text in place of numeric values.");
        }
        if (recorded && choices) {
            table.rows().stream().filter(PresetRow::isOpen).forEach(row -> group.settle(row, false));
        }
    }
}
