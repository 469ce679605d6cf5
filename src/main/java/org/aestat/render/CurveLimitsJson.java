package org.aestat.render;

import java.io.IOException;
import org.aestat.result.CurveLimits;

/** How the limits of a curve were computed, as JSON. */
final class CurveLimitsJson {

    private CurveLimitsJson() {}

    static void write(JsonFields json, CurveLimits limits) throws IOException {
        json.object("limits", limits, l -> {
            json.text("method", l.method());
            json.number("level", l.level());
            json.text("variance", l.variance());
            CurveLimits.Resampling resampling = l.resampling();
            if (resampling != null) {
                json.count("seed", resampling.seed());
                json.count("replicates", (long) resampling.replicates());
            }
        });
    }
}
