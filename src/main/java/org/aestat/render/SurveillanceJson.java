package org.aestat.render;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.aestat.safety.Day;
import org.aestat.safety.SurveillanceState;
import org.aestat.safety.WatchState;

/** What a surveillance has counted, as JSON: the schema {@code aestat-surveillance/1}. */
public final class SurveillanceJson {

    private static final String SCHEMA = "aestat-surveillance/1";

    private SurveillanceJson() {}

    /** The text of a state file. */
    public static String write(SurveillanceState state) {
        StringWriter out = new StringWriter();
        try {
            new JsonDocument().write(out, json -> {
                json.text("schema", SCHEMA);
                json.text("sha256", state.sha256());
                json.array("watches", state.watches(), watch -> watch(json, watch));
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void watch(JsonFields json, WatchState watch) throws IOException {
        json.text("threshold", watch.threshold());
        LocalDate signal = watch.signalDate();
        json.text("signalDate", signal == null ? null : signal.toString());
        json.array("days", watch.days(), day -> {
            json.text("date", day.date().toString());
            json.count("sessions", day.sessions());
            json.count("events", day.events());
        });
    }

    /**
     * The state in a file.
     *
     * @param text the text of the file
     * @throws StoredJsonException if it is no state, or damaged
     */
    public static SurveillanceState read(String text) {
        StoredObject file = StoredObject.of(text);
        if (!file.text("schema").equals(SCHEMA)) {
            throw new StoredJsonException("its schema is not " + SCHEMA);
        }
        try {
            List<WatchState> watches = file.objects("watches").stream()
                    .map(SurveillanceJson::watch)
                    .toList();
            return new SurveillanceState(file.text("sha256"), watches);
        } catch (IllegalArgumentException e) {
            throw new StoredJsonException(String.valueOf(e.getMessage()));
        }
    }

    private static WatchState watch(StoredObject watch) {
        List<Day> days = watch.objects("days").stream()
                .map(day -> new Day(date(day, "date"), day.count("sessions"), day.count("events")))
                .toList();
        LocalDate signal = watch.has("signalDate") ? date(watch, "signalDate") : null;
        return new WatchState(watch.text("threshold"), days, signal);
    }

    private static LocalDate date(StoredObject object, String key) {
        try {
            return LocalDate.parse(object.text(key));
        } catch (DateTimeException e) {
            throw new StoredJsonException("'" + key + "' is no date");
        }
    }
}
