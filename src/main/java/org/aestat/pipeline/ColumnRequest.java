package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.ExportColumns;
import org.aestat.csv.NearestName;
import org.aestat.pipeline.ColumnNeed.Use;
import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the columns that a run asks for against those that its files have.
 *
 * @param files the columns of each file
 */
record ColumnRequest(List<ExportColumns> files) {

    private static final Set<String> IDS = Set.of("patient_id", "session_id", "course_id");

    /** The name of a requested column in the table. */
    String resolve(String option, String requested) {
        String name = category(requested);
        if (name == null) {
            throw new RequestException(option + ": " + whyNot(requested));
        }
        refusePersonal(option, requested);
        return name;
    }

    private void refusePersonal(String place, String requested) {
        for (ExportColumns file : files) {
            String found = file.personal(requested);
            if (found != null) {
                throw new RequestException(place + ": by its header the column '" + requested + "' holds " + found
                        + ", which results must not show. Choose another column; if it holds nothing of a person,"
                        + " give it another header.");
            }
        }
    }

    private String whyNot(String requested) {
        String normal = requested.strip().replace(' ', '_').replace('-', '_');
        if (IDS.stream().anyMatch(normal::equalsIgnoreCase)) {
            return requested + " names single patients, sessions or courses and makes no strata.";
        }
        if (files.stream().anyMatch(file -> file.isIdentifying(requested))) {
            return "'" + requested + "' tells who somebody is and makes no strata.";
        }
        List<String> names = files.stream()
                .flatMap(file -> file.categoryNames().stream())
                .distinct()
                .toList();
        return "the export has no column '" + requested + "'." + NearestName.suggestion(requested, names);
    }

    /** The names in the table of the columns that are needed and there, by the names under which they are needed. */
    Map<String, String> needed(List<ColumnNeed> needs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ColumnNeed need : needs) {
            String name = category(need.column());
            boolean mayBeAbsent =
                    switch (need.use()) {
                        case PRESENT, VALUES -> false;
                        case VALUES_OF_KNOWN -> ExportColumns.known().contains(need.column());
                        case VALUES_IF_ANY -> true;
                    };
            if (name == null && !mayBeAbsent) {
                throw new RequestException(need.place() + ": " + whyNot(need.column()));
            }
            if (name != null && need.use() == Use.VALUES) {
                refusePersonal(need.place(), need.column());
            }
            if (name != null && need.use() != Use.PRESENT) {
                names.put(need.column(), name);
            }
        }
        return names;
    }

    private @Nullable String category(String requested) {
        return files.stream()
                .map(file -> file.category(requested))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The layout of the table: the union of what the files have, with the categories that the run needs.
     *
     * @param request the request, its columns resolved
     * @param needed further categories
     */
    SessionLayout layout(DataRequest request, Collection<String> needed) {
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
        return new SessionLayout(events(), categories(request, fields, needed), List.copyOf(diary), fields);
    }

    private List<AdverseEvent> events() {
        Set<AdverseEvent> declared = new LinkedHashSet<>();
        files.forEach(file -> declared.addAll(file.events()));
        Map<String, List<AdverseEvent>> byName = new LinkedHashMap<>();
        AdverseEvent.CANONICAL.forEach(event -> byName.put(event.name(), new ArrayList<>()));
        for (AdverseEvent event : declared) {
            byName.computeIfAbsent(event.name(), name -> new ArrayList<>()).add(event);
        }
        List<AdverseEvent> events = new ArrayList<>();
        byName.values().forEach(events::addAll);
        return events;
    }

    private List<String> categories(DataRequest request, Set<Field> fields, Collection<String> needed) {
        Set<String> names = new LinkedHashSet<>(request.by());
        names.addAll(request.stratify());
        request.where().forEach(condition -> names.add(condition.column()));
        for (String always : List.of("condition", "reported_by")) {
            if (files.stream().anyMatch(file -> file.category(always) != null)) {
                names.add(always);
            }
        }
        if (fields.contains(Field.SITE)) {
            names.add("site");
        }
        names.addAll(needed);
        return List.copyOf(names);
    }
}
