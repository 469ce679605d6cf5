package org.aestat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files are one data set. */
class SeveralFilesTest {

    private static final String PATIENTS_BY_ID = "patients-by-id";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private static double patients(JsonResult result) {
        return result.rate("bruising").number("patientsAssessed");
    }

    @Test
    void equalIdsWithoutASiteAreOnePatientWithAWarning() {
        workspace
                .file("a.csv", "patient_id,session_number,bruising", "7,1,no")
                .file("b.csv", "patient_id,session_number,bruising", "7,2,yes", "8,1,no");

        JsonResult result = workspace.json("rates", "a.csv", "b.csv");

        assertThat(patients(result)).isEqualTo(2);
        assertThat(result.warning(PATIENTS_BY_ID))
                .isEqualTo(
                        "Several files and no column 'site' in every one: equal patient ids are taken as one patient.");
    }

    @Test
    void equalIdsOfDifferentSitesAreTwoPatients() {
        workspace
                .file("a.csv", "patient_id,site,session_number,bruising", "7,North,1,no")
                .file("b.csv", "patient_id,site,session_number,bruising", "7,South,1,yes", "7,North,2,no");

        JsonResult result = workspace.json("rates", "a.csv", "b.csv");

        assertThat(patients(result)).isEqualTo(2);
        assertThat(result.warningCodes()).containsExactly("few-patients-with-event", "few-clusters");
    }

    @Test
    void equalTherapistsOfDifferentSitesAreTwo() {
        workspace.file(
                "a.csv",
                "patient_id,site,therapist,session_number,bruising",
                "1,North,Tan,1,no",
                "2,South,Tan,1,no",
                "3,South,Tan,1,no",
                "4,South,,1,no");

        JsonResult result = workspace.json("rates", "a.csv", "--cluster", "therapist");

        assertThat(result.rate("bruising").number("therapists")).isEqualTo(2);
        assertThat(result.rate("bruising").number("interval", "clusters")).isEqualTo(3);
        assertThat(result.warning("blank-therapist"))
                .isEqualTo("1 session has no therapist and is taken as one cluster.");
    }

    @Test
    void sourceIsACategory() {
        workspace
                .file("2024.csv", "patient_id,session_number,bruising", "7,1,no", "9,1,no")
                .file("2025.csv", "patient_id,session_number,bruising", "7,2,yes");

        JsonResult result = workspace.json("rates", "20*.csv", "--by", "source");

        assertThat(result.list("inputs").stream().map(input -> input.get("file")))
                .containsExactly("2024.csv", "2025.csv");
        assertThat(result.rate("bruising", Map.of("source", "2024.csv")).number("denominator"))
                .isEqualTo(2);
        assertThat(result.rate("bruising", Map.of("source", "2025.csv")).number("events"))
                .isEqualTo(1);
    }

    @Test
    void filesOfOneNameAreTakenApartByTheirPath() {
        workspace
                .file("a/clinic.csv", "patient_id,session_number,bruising", "7,1,no")
                .file("b/clinic.csv", "patient_id,session_number,bruising", "7,2,yes");

        JsonResult result = workspace.json("rates", "a/clinic.csv", "b/clinic.csv", "--by", "source");

        assertThat(result.rate("bruising", Map.of("source", "b/clinic.csv")).number("events"))
                .isEqualTo(1);
        assertThat(workspace.json("rates", "a/clinic.csv").list("inputs").get(0).get("file"))
                .isEqualTo("clinic.csv");
    }

    @Test
    void columnThatOneFileLacksIsNotRecordedThere() {
        workspace
                .file("a.csv", "patient_id,session_number,site,bruising,bleeding", "7,1,N,no,no")
                .file("b.csv", "bruising,patient_id,session_number,site", "yes,8,1,N");

        JsonResult result = workspace.json("rates", "a.csv", "b.csv");

        assertThat(result.rate("bleeding").number("denominator")).isEqualTo(1);
        assertThat(result.rate("bleeding").number("notRecorded")).isEqualTo(1);
        assertThat(result.rate("bruising").number("denominator")).isEqualTo(2);
        assertThat(result.warning("columns-differ"))
                .isEqualTo("b.csv: other files have bleeding, which is not recorded for the sessions of this one.");
    }

    @Test
    void standardInputBesideAFile() {
        workspace
                .file("a.csv", "patient_id,session_number,site,bruising", "7,1,N,no")
                .input("patient_id,session_number,site,bruising\n8,1,N,yes\n".getBytes(UTF_8));

        JsonResult result = workspace.json("rates", "-", "a.csv");

        assertThat(result.list("inputs")).hasSize(2);
        assertThat(result.rate("bruising").number("denominator")).isEqualTo(2);
    }

    @Test
    void courseGoesOnInTheNextFile() {
        workspace
                .file("b.csv", "patient_id,session_date,relief", "7,2025-01-08,yes")
                .file("a.csv", "patient_id,session_date,relief", "7,2025-01-01,no");

        JsonResult relief =
                workspace.json("relief", "b.csv", "a.csv").list("relief").get(0);

        assertThat(relief.number("courses")).isEqualTo(1);
        assertThat(relief.list("curve").get(0).number("session")).isEqualTo(2);
    }
}
