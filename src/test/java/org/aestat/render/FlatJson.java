package org.aestat.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON as a line a value, "rates[0].event: bruising", in the order of the text. */
final class FlatJson {

    private final List<String> lines = new ArrayList<>();

    private FlatJson() {}

    static List<String> of(String json) throws IOException {
        FlatJson flat = new FlatJson();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            flat.value("", parser);
            if (parser.nextToken() != null) {
                throw new IOException("something after the end");
            }
        }
        return flat.lines;
    }

    /** The lines below a path, without it. */
    static List<String> of(String json, String path) throws IOException {
        return of(json).stream()
                .filter(line -> line.startsWith(path))
                .map(line -> line.substring(path.length()))
                .toList();
    }

    private void value(String path, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(path, parser);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            array(path, parser);
        } else {
            lines.add(path + ": " + parser.getText());
        }
    }

    private void object(String path, JsonParser parser) throws IOException {
        int before = lines.size();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            value(path.isEmpty() ? name : path + "." + name, parser);
        }
        if (lines.size() == before) {
            lines.add(path + ": {}");
        }
    }

    private void array(String path, JsonParser parser) throws IOException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(path + "[" + index++ + "]", parser);
        }
        if (index == 0) {
            lines.add(path + ": []");
        }
    }
}
