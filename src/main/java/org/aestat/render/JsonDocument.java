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

/** One JSON document, indented by two spaces and ended by a line feed. */
final class JsonDocument {

    /** The schema of all results. */
    static final String SCHEMA = "aestat-result/1";

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    /** Writes the fields of the document's object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonFields json) throws IOException;
    }

    void write(Writer out, Fields fields) throws IOException {
        try (JsonGenerator generator = generator(out)) {
            JsonFields json = new JsonFields(generator);
            json.object(json, fields::write);
        }
        out.write('\n');
    }

    /** What writes JSON indented by two spaces, with the same bytes on every machine, and leaves the writer open. */
    static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(out).setPrettyPrinter(printer());
        generator.setCharacterEscapes(new JsonEscapes());
        return generator;
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
