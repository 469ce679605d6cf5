package org.aestat.render;

import java.io.IOException;
import java.time.LocalDate;
import org.aestat.result.SequentialResult;
import org.aestat.result.SequentialResult.Design;
import org.jspecify.annotations.Nullable;

/** Repeated looks as JSON. */
final class SequentialJson {

    private final JsonFields json;

    SequentialJson(JsonFields json) {
        this.json = json;
    }

    void test(SequentialResult test) throws IOException {
        json.text("threshold", test.threshold());
        json.text("method", test.method());
        json.text("event", test.event());
        json.number("limit", test.limit());
        json.text("from", text(test.from()));
        json.text("to", text(test.to()));
        json.object("design", test.design(), this::design);
        json.flag("signal", test.signal());
        json.text("signalDate", text(test.signalDate()));
        json.text("reason", test.reason());
        json.array("path", test.path(), look -> {
            json.text("date", look.date().toString());
            json.count("events", look.events());
            json.count("sessions", look.sessions());
            json.number("statistic", look.statistic());
        });
        json.text("effect", test.effect().label());
    }

    private void design(Design design) throws IOException {
        Integer fewest = design.fewestEvents();
        json.number("boundary", design.boundary());
        json.number("alpha", design.alpha());
        json.number("length", design.length());
        json.count("fewestEvents", fewest == null ? null : fewest.longValue());
        json.number("ratio", design.ratio());
        json.number("inControlRunLength", design.inControlRunLength());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
