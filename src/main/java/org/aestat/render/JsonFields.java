package org.aestat.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.aestat.result.ProportionInterval;
import org.aestat.result.Stratum;
import org.jspecify.annotations.Nullable;

/** Writes fields in the order of the calls; a null is a field left out. */
final class JsonFields {

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Fields<T> {
        void write(T value) throws IOException;
    }

    private static final double LARGEST_EXACT_INTEGER = 0x1p53;

    private final JsonGenerator json;

    JsonFields(JsonGenerator json) {
        this.json = json;
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            json.writeString(ControlCharacters.withoutLoneSurrogates(value));
        }
    }

    void count(String name, @Nullable Long value) throws IOException {
        if (value != null) {
            name(name);
            json.writeNumber(value.longValue());
        }
    }

    void flag(String name, boolean value) throws IOException {
        name(name);
        json.writeBoolean(value);
    }

    void number(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            return;
        }
        name(name);
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT_INTEGER) {
            json.writeNumber(value.longValue());
        } else {
            json.writeNumber(ShortestDecimal.of(value).stripTrailingZeros());
        }
    }

    /** The field that stands for figures which the data do not give. */
    void notEstimable(String reason) throws IOException {
        text("notEstimable", reason);
    }

    void texts(String name, List<String> values) throws IOException {
        name(name);
        json.writeStartArray();
        for (String value : values) {
            json.writeString(ControlCharacters.withoutLoneSurrogates(value));
        }
        json.writeEndArray();
    }

    void counts(String name, List<Integer> values) throws IOException {
        name(name);
        json.writeStartArray();
        for (int value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    <T> void object(String name, T value, Fields<? super T> fields) throws IOException {
        name(name);
        object(value, fields);
    }

    <T> void array(String name, List<T> values, Fields<? super T> fields) throws IOException {
        name(name);
        json.writeStartArray();
        for (T value : values) {
            object(value, fields);
        }
        json.writeEndArray();
    }

    <T> void object(T value, Fields<? super T> fields) throws IOException {
        json.writeStartObject();
        fields.write(value);
        json.writeEndObject();
    }

    void stratum(Stratum stratum) throws IOException {
        name("stratum");
        json.writeStartObject();
        for (int i = 0; i < stratum.columns().size(); i++) {
            String value = stratum.values().get(i);
            name(stratum.columns().get(i));
            if (value == null) {
                json.writeNull();
            } else {
                json.writeString(ControlCharacters.withoutLoneSurrogates(value));
            }
        }
        json.writeEndObject();
    }

    void interval(ProportionInterval interval) throws IOException {
        object("interval", interval, i -> {
            text("method", i.method());
            number("level", i.level());
            number("lower", i.lower());
            number("upper", i.upper());
            ProportionInterval.Clustering clustering = i.clustering();
            if (clustering != null) {
                count("clusters", clustering.clusters());
                number("estimatedDesignEffect", clustering.estimatedDesignEffect());
                number("designEffect", clustering.designEffect());
                number("effectiveSize", clustering.effectiveSize());
            }
            text("reason", i.reason());
        });
    }

    private void name(String name) throws IOException {
        json.writeFieldName(ControlCharacters.withoutLoneSurrogates(name));
    }
}
