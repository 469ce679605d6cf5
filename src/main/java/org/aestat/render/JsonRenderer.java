package org.aestat.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import org.aestat.result.AuditResult;
import org.aestat.result.CurveTest;
import org.aestat.result.InputSummary;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.jspecify.annotations.Nullable;

/** A result for programs: the schema {@code aestat-result/1}, with every figure as it was computed. */
public final class JsonRenderer implements Renderer {

    private static final String SCHEMA = "aestat-result/1";

    private final JsonFactory factory = new JsonFactoryBuilder()
            .characterEscapes(new JsonEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        try (JsonGenerator generator = factory.createGenerator(out)) {
            generator.setPrettyPrinter(printer());
            JsonFields json = new JsonFields(generator);
            json.object(result, r -> fields(json, r));
        }
        out.write('\n');
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    private static void fields(JsonFields json, AuditResult result) throws IOException {
        json.text("schema", SCHEMA);
        json.object("tool", result.version(), version -> {
            json.text("name", "aestat");
            json.text("version", version);
        });
        json.text("command", result.command());
        json.array("inputs", result.inputs(), input -> input(json, input));
        json.object("rows", result.rows(), rows -> rows(json, rows));
        json.count("patients", result.patients());
        json.object("settings", result.settings(), settings -> settings(json, settings));
        analyses(json, result);
        json.array("warnings", result.warnings(), warning -> {
            json.text("code", warning.code());
            json.text("message", warning.message());
        });
    }

    private static void input(JsonFields json, InputSummary input) throws IOException {
        json.text("file", input.file());
        json.count("bytes", input.bytes());
        json.text("sha256", input.sha256());
        json.object("rows", input.rows(), rows -> rows(json, rows));
    }

    private static void rows(JsonFields json, RowCounts rows) throws IOException {
        json.count("read", rows.read());
        json.count("used", rows.used());
        json.count("excluded", rows.excluded());
        json.count("rejected", rows.rejected());
    }

    private static void settings(JsonFields json, RunSettings settings) throws IOException {
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
    }

    private static @Nullable String given(String date) {
        return date.isEmpty() ? null : date;
    }

    private static void analyses(JsonFields json, AuditResult result) throws IOException {
        RatesJson rates = new RatesJson(json);
        SorenessJson soreness = new SorenessJson(json);
        if (result.rates() != null) {
            json.array("rates", result.rates(), rates::rate);
        }
        if (result.benchmarks() != null) {
            json.array("benchmarks", result.benchmarks(), rates::verdict);
        }
        if (result.severity() != null) {
            json.array("severity", result.severity(), new SeverityJson(json, rates)::severity);
        }
        if (result.soreness() != null) {
            json.array("soreness", result.soreness(), soreness::soreness);
        }
        CurveTest test = result.sorenessTest();
        if (test != null) {
            json.object("sorenessTest", test, soreness::test);
        }
        if (result.relief() != null) {
            json.array("relief", result.relief(), new ReliefJson(json)::relief);
        }
    }
}
