package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.AuditResult;
import org.aestat.result.CurveTest;

/** A result for programs: the schema {@code aestat-result/1}, with every figure as it was computed. */
public final class JsonRenderer implements Renderer {

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        new JsonDocument().write(out, json -> fields(json, result));
    }

    private static void fields(JsonFields json, AuditResult result) throws IOException {
        RunJson run = new RunJson(json);
        run.head(result.version(), result.command());
        run.data(result.inputs(), result.rows(), result.patients(), result.settings());
        analyses(json, result);
        run.warnings(result.warnings());
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
