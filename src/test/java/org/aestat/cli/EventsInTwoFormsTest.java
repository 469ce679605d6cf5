package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.aestat.session.AdverseEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events, once as columns of the sessions and once as a file of their own, give the same result. */
class EventsInTwoFormsTest {

    private static final List<String> GRADES = List.of("yes", "mild", "moderate", "severe", "4", "5", "2", "x");
    private static final String COUGH = "[events]\ncough = { major = true%s }\n";

    @TempDir
    private Path folder;

    private final List<String> names = new ArrayList<>();

    /** One session with its answers by the name of the event. */
    private record Visit(
            String id, String patient, LocalDate date, String others, Map<String, String> answers, int bruiseHours) {

        private String start() {
            return id + "," + patient + "," + date + "," + others;
        }
    }

    private List<Visit> visits(Random random) {
        List<Visit> visits = new ArrayList<>();
        for (int patient = 0; patient < 30; patient++) {
            int sessions = 1 + random.nextInt(6);
            for (int i = 0; i < sessions; i++) {
                Map<String, String> answers = new HashMap<>();
                for (String name : names) {
                    if (random.nextInt(12) == 0) {
                        answers.put(name, GRADES.get(random.nextInt(GRADES.size())));
                    }
                }
                LocalDate date = LocalDate.of(2025, 1, 1).plusDays(7L * i);
                String others = (random.nextBoolean() ? "deep" : "flat") + "," + random.nextInt(60) + ","
                        + (random.nextInt(4) == 0 ? "yes" : "no");
                visits.add(
                        new Visit("s" + visits.size(), "P" + patient, date, others, answers, 1 + random.nextInt(100)));
            }
        }
        return visits;
    }

    private static String row(Visit visit, String name, Random random) {
        String place = random.nextBoolean()
                ? visit.id() + ",,"
                : (random.nextBoolean() ? visit.id() : "") + "," + visit.patient() + "," + visit.date();
        String grade = visit.answers().get(name);
        String times = ",";
        if (name.equals("bruising")) {
            times = random.nextBoolean()
                    ? "2," + (2 + visit.bruiseHours())
                    : visit.date() + "T09:30," + visit.date().atTime(9, 30).plusHours(visit.bruiseHours());
        }
        return place + "," + name.toUpperCase(Locale.ROOT).replace('_', ' ') + "," + grade + "," + times;
    }

    private static String cells(Visit visit, Set<String> columns, String otherwise) {
        StringBuilder cells = new StringBuilder(visit.start());
        columns.forEach(name -> cells.append(',').append(visit.answers().getOrDefault(name, otherwise)));
        return cells.toString();
    }

    private static String hours(Visit visit) {
        return visit.answers().containsKey("bruising") ? "," + visit.bruiseHours() : ",";
    }

    private void names(String further) {
        AdverseEvent.CANONICAL.forEach(event -> names.add(event.name()));
        names.add(further);
    }

    private static Map<Object, Object> withoutInputs(JsonResult result, String... more) {
        Map<Object, Object> entries = new HashMap<>(result.entries());
        entries.remove("inputs");
        Set.of(more).forEach(entries::remove);
        return entries;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCompleteFile(long seed) {
        Random random = new Random(seed);
        names("cough");
        List<Visit> visits = visits(random);
        Set<String> own = new TreeSet<>();
        if (seed % 2 == 0) {
            own.addAll(List.of("bruising", "fainting", "infection"));
        }
        String header = "session_id,patient_id,session_date,technique,soreness_hours,relief";
        List<String> columns =
                new ArrayList<>(List.of(header + "," + String.join(",", new TreeSet<>(names)) + ",bruise_hours"));
        List<String> sessions = new ArrayList<>(List.of(header + (own.isEmpty() ? "" : ",") + String.join(",", own)));
        List<String> rows = new ArrayList<>();
        for (Visit visit : visits) {
            columns.add(cells(visit, new TreeSet<>(names), "no") + hours(visit));
            boolean said = random.nextBoolean();
            sessions.add(said ? cells(visit, own, "no") : visit.start() + ",".repeat(own.size()));
            visit.answers().keySet().forEach(name -> rows.add(row(visit, name, random)));
        }
        Collections.shuffle(rows, random);
        rows.add(0, "Session ID,patient-id,session_date,Event,Grade,onset,resolved");
        Workspace workspace = new Workspace(folder)
                .file("columns.csv", columns)
                .file("sessions.csv", sessions)
                .file("events.csv", rows)
                .file("columns.toml", COUGH.formatted(", column = \"cough\""))
                .file("events.toml", COUGH.formatted("") + "[events_file]\ncomplete = true");

        for (List<String> options : List.of(List.of("--by", "technique"), List.of("--where", "technique=deep"))) {
            JsonResult expected = run(workspace, "columns.csv", "columns.toml", options);
            List<String> more = new ArrayList<>(List.of("--events", "events.csv"));
            more.addAll(options);
            JsonResult result = run(workspace, "sessions.csv", "events.toml", more);

            assertThat(withoutInputs(result)).isEqualTo(withoutInputs(expected));
            assertThat(result.rows(1).get(0)).isEqualTo(rows.size() - 1);
            assertThat(result.rate("any").number("events")).isPositive();
        }
    }

    private static JsonResult run(Workspace workspace, String file, String mapping, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("report", file, "--mapping", mapping));
        arguments.addAll(options);
        return workspace.json(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aFileThatIsNotComplete(long seed) {
        Random random = new Random(seed);
        names("aggravation");
        List<Visit> visits = visits(random);
        Set<String> happened = new TreeSet<>();
        visits.forEach(visit -> happened.addAll(visit.answers().keySet()));
        String header = "session_id,patient_id,session_date,technique,soreness_hours,relief";
        List<String> columns = new ArrayList<>(List.of(header + "," + String.join(",", happened) + ",bruise_hours"));
        List<String> sessions = new ArrayList<>(List.of(header));
        List<String> rows = new ArrayList<>();
        for (Visit visit : visits) {
            columns.add(cells(visit, happened, "") + hours(visit));
            sessions.add(visit.start());
            visit.answers().keySet().forEach(name -> rows.add(row(visit, name, random)));
        }
        Collections.shuffle(rows, random);
        rows.add(0, "session_id,patient_id,session_date,event,grade,onset,resolved");
        Workspace workspace = new Workspace(folder)
                .file("columns.csv", columns)
                .file("sessions.csv", sessions)
                .file("events.csv", rows);

        JsonResult result = workspace.json("report", "sessions.csv", "--events", "events.csv");

        assertThat(withoutInputs(result, "warnings"))
                .isEqualTo(withoutInputs(workspace.json("report", "columns.csv"), "warnings"));
        assertThat(result.rows(1).get(1)).isEqualTo(rows.size() - 1);
    }
}
