package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates that different people reported are not comparable, and the result says so. */
class ReportedByTest {

    private static final String WARNING = "reported-by-differs";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        "patient_id,session_number,technique,reported_by,bruising",
                        "P1,1,deep,patient,yes",
                        "P1,2,deep,patient,no",
                        "P2,1,deep,therapist,no",
                        "P3,1,superficial,therapist,no",
                        "P4,1,superficial,,no");
    }

    @Test
    void severalReportersGiveAWarningAndTheirOwnRates() {
        JsonResult result = workspace.json("rates", "clinic.csv");

        assertThat(result.warningCodes()).containsExactly(WARNING, "few-patients-with-event", "few-clusters");
        assertThat(result.warning(WARNING))
                .isEqualTo("Sessions were reported by different people, which changes rates several-fold: read the"
                        + " rates by reported_by, not the overall one.");
        assertThat(result.rate("bruising", Map.of("reported_by", "patient")).number("rate"))
                .isEqualTo(0.5);
        assertThat(result.rate("bruising", Map.of("reported_by", "therapist")).number("rate"))
                .isZero();
        assertThat(result.rate("bruising", Collections.singletonMap("reported_by", null))
                        .number("denominator"))
                .isEqualTo(1);
    }

    @Test
    void theirRatesStandBesideThoseAskedFor() {
        JsonResult result = workspace.json("rates", "clinic.csv", "--by", "technique");

        assertThat(result.rate("bruising", Map.of("technique", "deep")).number("denominator"))
                .isEqualTo(3);
        assertThat(result.rate("bruising", Map.of("reported_by", "patient")).number("denominator"))
                .isEqualTo(2);
        assertThat(result.list("rates").stream()
                        .filter(rate -> rate.get("event").equals("bruising")
                                && rate.get("stratum").equals(Map.of("reported_by", "patient"))))
                .hasSize(1);
    }

    @Test
    void askedForTheyStandOnce() {
        JsonResult result = workspace.json("rates", "clinic.csv", "--by", "reported_by");

        assertThat(result.rate("bruising", Map.of("reported_by", "patient")).number("denominator"))
                .isEqualTo(2);
    }

    @Test
    void oneReporterIsNoReasonToWarn() {
        JsonResult result = workspace.json("rates", "clinic.csv", "--where", "reported_by=patient");

        assertThat(result.warningCodes()).containsExactly("few-patients-with-event", "few-clusters");
        assertThat(result.list("rates")).allMatch(rate -> rate.get("stratum").equals(Map.of()));
    }

    @Test
    void textReportWarnsBeforeItsFigures() {
        String text = workspace.run("report", "clinic.csv").out();

        assertThat(text).contains("Warning: Sessions were reported by different people");
        assertThat(text.indexOf("Warning:")).isLessThan(text.indexOf("Do the limits hold?"));
    }
}
