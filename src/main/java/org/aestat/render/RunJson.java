package org.aestat.render;

import java.io.IOException;
import java.util.List;
import org.aestat.result.InputSummary;
import org.aestat.result.InputSummary.Content;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;

/** What every result says of its run, as JSON. */
final class RunJson {

    private final JsonFields json;

    RunJson(JsonFields json) {
        this.json = json;
    }

    /** The first fields of a result. */
    void head(String version, String command) throws IOException {
        json.text("schema", JsonDocument.SCHEMA);
        json.object("tool", version, v -> {
            json.text("name", "aestat");
            json.text("version", v);
        });
        json.text("command", command);
    }

    /** What was read, and the choices made. */
    void data(List<InputSummary> inputs, RowCounts rows, long patients, RunSettings settings) throws IOException {
        read(inputs, rows, patients);
        json.object("settings", settings, this::settings);
    }

    /** What was read. */
    void read(List<InputSummary> inputs, RowCounts rows, long patients) throws IOException {
        json.array("inputs", inputs, this::input);
        json.object("rows", rows, this::rows);
        json.count("patients", patients);
    }

    /** The last field of a result. */
    void warnings(List<Warning> warnings) throws IOException {
        json.array("warnings", warnings, warning -> {
            json.text("code", warning.code());
            json.text("message", warning.message());
        });
    }

    private void input(InputSummary input) throws IOException {
        json.text("file", input.file());
        json.count("bytes", input.bytes());
        json.text("sha256", input.sha256());
        if (input.content() != Content.SESSIONS) {
            json.text("content", input.content().label());
        }
        json.object("rows", input.rows(), this::rows);
        if (!input.decisions().isEmpty()) {
            json.texts("decisions", input.decisions());
        }
        if (input.content() == Content.EVENTS) {
            json.texts("completeFor", input.completeFor());
        }
    }

    private void rows(RowCounts rows) throws IOException {
        json.count("read", rows.read());
        json.count("used", rows.used());
        json.count("excluded", rows.excluded());
        json.count("rejected", rows.rejected());
        if (!rows.excludedBy().isEmpty()) {
            json.array("excludedBy", rows.excludedBy(), exclusion -> {
                json.text("reason", exclusion.reason());
                json.count("rows", exclusion.rows());
            });
        }
    }

    private void settings(RunSettings settings) throws IOException {
        json.number("confidence", settings.confidence());
        json.text("interval", settings.interval());
        json.text("cluster", settings.cluster());
        json.texts("by", settings.by());
        json.texts("where", settings.where());
        json.text("from", given(settings.from()));
        json.text("to", given(settings.to()));
        json.number("heterogeneity", settings.heterogeneity());
        json.number("designEffect", settings.designEffect());
        json.count("courseGap", (long) settings.courseGap());
        json.text("relief", settings.relief());
        json.text("among", settings.among());
        json.text("confType", settings.curves().confidenceType());
        json.count("seed", settings.curves().seed());
        json.count("replicates", (long) settings.curves().replicates());
        json.texts("stratify", settings.curves().stratify());
        json.flag("sustained", settings.curves().sustained());
        json.text("preset", settings.preset());
        json.text("dictionary", settings.dictionary());
    }

    /** A date, or null for the empty string that stands for none. */
    static @Nullable String given(String date) {
        return date.isEmpty() ? null : date;
    }
}
