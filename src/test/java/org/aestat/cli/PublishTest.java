package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --publish}: what is withheld, what is not, and how it is shown. */
class PublishTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    /** Each patient comes once; the sites have these numbers of sessions with and without bruising. */
    private void clinic(int... yesAndNoOfSites) {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_date,site,bruising"));
        for (int i = 0; i < yesAndNoOfSites.length; i++) {
            for (int n = 0; n < yesAndNoOfSites[i]; n++) {
                rows.add("p" + rows.size() + ",2025-01-01,site" + i / 2 + "," + (i % 2 == 0 ? "yes" : "no"));
            }
        }
        workspace.file("clinic.csv", rows);
    }

    private JsonResult published(String... options) {
        List<String> arguments = new ArrayList<>(List.of("rates", "clinic.csv", "--publish"));
        arguments.addAll(List.of(options));
        return workspace.json(arguments.toArray(String[]::new));
    }

    private static Object events(JsonResult result, String site) {
        Map<String, String> stratum = site.isEmpty() ? Map.of() : Map.of("site", site);
        return result.row("rates", Map.of("event", "bruising", "stratum", stratum))
                .get("events");
    }

    private static Map<String, Object> withheld(double from, double to) {
        return Map.of("suppressed", true, "from", from, "to", to);
    }

    @ParameterizedTest
    @CsvSource({"0", "11", "400"})
    void noneAndManyAreShown(int yes) {
        clinic(yes, 400);

        assertThat(events(published(), "")).isEqualTo((double) yes);
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "10"})
    void oneToTenAreWithheldWithWhatTellsThem(int yes) {
        clinic(yes, 400);

        JsonResult rate = published().row("rates", Map.of("event", "bruising"));

        assertThat(rate.get("events")).isEqualTo(withheld(1, 10));
        assertThat(rate.get("denominator")).isEqualTo(400.0 + yes);
        assertThat(rate.get("interval")).isNull();
        assertThat(rate.number("rate", "from")).isEqualTo(1 / (400.0 + yes));
        assertThat(rate.number("rate", "to")).isEqualTo(10 / (400.0 + yes));
        String text = workspace.run("rates", "clinic.csv", "--publish").out();
        assertThat(text).containsPattern("bruising +1 to 10 ");
    }

    /** 1 - 0.025^(1/400) is 0.0092, outward 1.0 %. */
    @Test
    void noneSeenIsNotZeroPercent() {
        clinic(0, 400);

        String text = workspace.run("rates", "clinic.csv", "--publish").out();

        assertThat(text).containsPattern("bruising +none +400 +0 +none +up to 1\\.0\n");
        assertThat(text).containsPattern("any major +- +0 +400 +- +-\\n");
        assertThat(text.replace('\n', ' '))
                .contains("Intervals have a level of 95 %, with sessions clustered by patient;");
    }

    @Test
    void strataStandUnderTheNameOfTheirColumn() {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_number,condition,relief"));
        for (int i = 0; i < 120; i++) {
            String condition = i % 2 == 0 ? "tension-type headache" : "low back pain";
            rows.add("p" + i + ",1," + condition + "," + (i < 60 ? "yes" : "no"));
        }
        workspace.file("clinic.csv", rows);

        String text = workspace.run("relief", "clinic.csv", "--publish").out();

        assertThat(text).contains("\n  condition              In the curve  Relieved  Relieved by session\n");
        assertThat(text).containsPattern("\n  tension-type headache +60 +30 ");
    }

    @ParameterizedTest
    @CsvSource({"4, 4.0", "3, "})
    void theLimitCanBeChosen(int limit, Double shown) {
        clinic(4, 400);
        Object expected = limit < 4 ? (Object) 4.0 : withheld(1, limit);

        assertThat(events(published("--min-cell", String.valueOf(limit)), "")).isEqualTo(expected);
    }

    @Test
    void theRestOfATotalIsWithheldToo() {
        clinic(3, 200, 40, 200, 60, 200);

        JsonResult result = published("--by", "site");

        assertThat(events(result, "")).isEqualTo(103.0);
        assertThat(events(result, "site0")).isEqualTo(withheld(0, 43));
        assertThat(events(result, "site1")).isEqualTo(withheld(0, 43));
        assertThat(events(result, "site2")).isEqualTo(60.0);
    }

    @Test
    void manyEventsOfFewPatientsAreWithheld() {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_date,bruising"));
        for (int i = 0; i < 30; i++) {
            rows.add("one,2025-01-01,yes");
            rows.add("p" + i + ",2025-01-01,no");
        }
        workspace.file("clinic.csv", rows);

        assertThat(events(published(), "")).isInstanceOf(Map.class);
    }

    @Test
    void aClinicOfFewPatientsPublishesNoCounts() {
        clinic(4, 4);

        JsonResult result = published();

        assertThat(result.get("patients")).isEqualTo(withheld(1, 10));
        assertThat(result.object("rows").get("used")).isInstanceOf(Map.class);
        assertThat(result.object("rows").get("read")).isInstanceOf(Map.class);
        assertThat(events(result, "")).isInstanceOf(Map.class);
    }

    @Test
    void fewRejectedRowsAreWithheld() {
        clinic(20, 300);
        String lines = workspace.read("clinic.csv");
        workspace.file("clinic.csv", (lines + "q,2025-01-01,site0,perhaps").split("\n"));

        JsonResult rows = published("--max-rejected", "1").object("rows");

        assertThat(rows.get("rejected")).isEqualTo(withheld(1, 10));
        assertThat(rows.get("used")).isEqualTo(320.0);
        assertThat(rows.get("read")).isEqualTo(withheld(321, 330));
    }

    @Test
    void verdictsStay() {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_date,pneumothorax"));
        for (int i = 0; i < 3100; i++) {
            rows.add("p" + i + ",2025-01-01,no");
        }
        workspace.file("clinic.csv", rows);

        JsonResult verdict = published().benchmark("pneumothorax");

        assertThat(verdict.get("verdict")).isEqualTo("demonstrated below");
        assertThat(verdict.get("reason")).isNull();
        assertThat(verdict.get("events")).isNull();
    }

    /** With 4,800 sessions only 0 and 1 events are shown to be below 0.1 %, so that "1 to 10" would be one event. */
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void aVerdictLeavesMoreThanOneNumber(int events) {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_date,pneumothorax"));
        for (int i = 0; i < 4800; i++) {
            rows.add("p" + i + ",2025-01-01," + (i < events ? "yes" : "no"));
        }
        workspace.file("clinic.csv", rows);

        JsonResult result = published("--cluster", "none");

        assertThat(result.benchmark("pneumothorax").get("verdict")).isEqualTo("demonstrated below");
        assertThat(result.rate("pneumothorax").get("events")).isEqualTo(withheld(0, 20));
        assertThat(result.rate("any").get("events")).isInstanceOf(Map.class);
    }

    @Test
    void withoutPublishNothingIsWithheld() {
        clinic(1, 400);

        assertThat(workspace.json("rates", "clinic.csv").rate("bruising").get("events"))
                .isEqualTo(1.0);
    }

    @Test
    void theLimitAloneIsRefused() {
        clinic(1, 1);

        assertThat(workspace.run("rates", "clinic.csv", "--min-cell", "5"))
                .isEqualTo(new CommandLineRun(2, "", "--min-cell is for --publish: give both or none.\n"));
        assertThat(workspace
                        .run("rates", "clinic.csv", "--publish", "--min-cell", "0")
                        .exit())
                .isEqualTo(2);
    }

    /** A virtual machine of its own, whose folder for temporary files is watched. */
    @Test
    void onlyTheNamedFilesAreWritten() throws IOException, InterruptedException {
        clinic(3, 200, 40, 200);
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path home = Files.createDirectory(folder.resolve("home"));

        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + home,
                        "-cp",
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator)),
                        "org.aestat.Aestat",
                        "report",
                        "clinic.csv",
                        "--by",
                        "site",
                        "--publish",
                        "--output",
                        "json=a.json",
                        "--output",
                        "text=a.txt")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();

        assertThat(exit).isZero();
        assertThat(workspace.names()).containsExactly("a.json", "a.txt", "clinic.csv", "home", "temporary");
        try (Stream<Path> files = Stream.concat(Files.list(temporary), Files.list(home))) {
            assertThat(files).isEmpty();
        }
    }
}
