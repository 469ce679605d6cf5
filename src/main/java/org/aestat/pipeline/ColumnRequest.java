package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.NearestName;
import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;

/**
 * Resolves the columns that a run asks for against those that its files have.
 *
 * @param files the columns of each file
 */
record ColumnRequest(List<ExportColumns> files) {

    private static final Set<String> IDS = Set.of("patient_id", "session_id", "course_id");

    /** The name of a requested column in the table. */
    String resolve(String option, String requested) {
        return files.stream()
                .map(file -> file.category(requested))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new RequestException(option + ": " + whyNot(requested)));
    }

    private String whyNot(String requested) {
        String normal = requested.strip().replace(' ', '_').replace('-', '_');
        if (IDS.stream().anyMatch(normal::equalsIgnoreCase)) {
            return requested + " names single patients, sessions or courses and makes no strata.";
        }
        List<String> names = files.stream()
                .flatMap(file -> file.categoryNames().stream())
                .distinct()
                .toList();
        return "the export has no column '" + requested + "'." + NearestName.suggestion(requested, names);
    }

    /** The layout of the table: the union of what the files have, with the categories that the run needs. */
    SessionLayout layout(DataRequest request) {
        Set<Field> fields = new TreeSet<>();
        Set<Integer> diary = new TreeSet<>();
        files.forEach(file -> fields.addAll(file.fields()));
        files.forEach(file -> diary.addAll(file.diaryMinutes()));
        if (request.cluster().includes(ClusterLevel.THERAPIST) && !fields.contains(Field.THERAPIST)) {
            throw new RequestException(
                    "--cluster " + request.cluster().label() + ": the export has no column 'therapist'.");
        }
        if (request.cluster().includes(ClusterLevel.SITE) && !fields.contains(Field.SITE)) {
            throw new RequestException("--cluster " + request.cluster().label() + ": the export has no column 'site'.");
        }
        return new SessionLayout(events(), categories(request, fields), List.copyOf(diary), fields);
    }

    private List<AdverseEvent> events() {
        Set<AdverseEvent> declared = new LinkedHashSet<>();
        files.forEach(file -> declared.addAll(file.events()));
        List<AdverseEvent> events = new ArrayList<>();
        for (AdverseEvent canonical : AdverseEvent.CANONICAL) {
            declared.stream()
                    .filter(event -> event.name().equals(canonical.name()))
                    .forEach(events::add);
        }
        declared.stream().filter(event -> !events.contains(event)).forEach(events::add);
        return events;
    }

    private List<String> categories(DataRequest request, Set<Field> fields) {
        Set<String> names = new LinkedHashSet<>(request.by());
        names.addAll(request.stratify());
        request.where().forEach(condition -> names.add(condition.column()));
        for (String needed : List.of("condition", "reported_by")) {
            if (files.stream().anyMatch(file -> file.category(needed) != null)) {
                names.add(needed);
            }
        }
        if (fields.contains(Field.SITE)) {
            names.add("site");
        }
        return List.copyOf(names);
    }
}
