package org.aestat.render;

import java.io.IOException;
import org.aestat.result.EventSeverity;
import org.aestat.result.EventSeverity.Durations;

/** How severe events were, as JSON. */
final class SeverityJson {

    private final JsonFields json;
    private final RatesJson rates;

    SeverityJson(JsonFields json, RatesJson rates) {
        this.json = json;
        this.rates = rates;
    }

    void severity(EventSeverity severity) throws IOException {
        json.text("event", severity.event());
        json.stratum(severity.stratum());
        json.array("atLeast", severity.atLeast(), atLeast -> {
            json.count("grade", (long) atLeast.grade().number());
            json.text("word", atLeast.grade().word());
            rates.figures(atLeast.rate());
        });
        json.array("worstGrade", severity.worstGrade(), worst -> {
            json.count("grade", (long) worst.grade().number());
            json.text("word", worst.grade().word());
            json.count("patients", worst.patients());
        });
        json.object("ungraded", severity.ungraded(), ungraded -> {
            json.count("sessions", ungraded.sessions());
            json.count("patients", ungraded.patients());
            json.count("patientsBesideGraded", ungraded.patientsBesideGraded());
        });
        Durations durations = severity.durations();
        if (durations != null) {
            json.object("duration", durations, this::durations);
        }
    }

    private void durations(Durations durations) throws IOException {
        json.array("sessions", durations.rows(), row -> {
            json.text("duration", row.duration());
            json.count("mild", row.mild());
            json.count("medium", row.medium());
            json.count("severe", row.severe());
            json.count("gradeNotRecorded", row.gradeNotRecorded());
        });
        json.count("eventNotRecorded", durations.eventNotRecorded());
        json.array("classes", durations.classes(), rate -> {
            json.text("class", rate.category());
            rates.figures(rate.rate());
        });
    }
}
