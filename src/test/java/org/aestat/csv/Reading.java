package org.aestat.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** An export named clinic.csv, read from memory into a table of its own, and what came out. */
record Reading(ExportReader reader, SessionTable table, List<Long> lines, List<String> ids, List<String> problems) {

    static final InputSource CLINIC = new InputSource("clinic.csv", null);

    static ReadOptions with(Mapping mapping) {
        return new ReadOptions(mapping, null, null, false, null);
    }

    static ReadOptions with(String mapping) {
        return with(Mapping.parse("mapping.toml", mapping));
    }

    static ReadOptions in(Charset encoding) {
        return new ReadOptions(Mapping.NONE, encoding, null, false, null);
    }

    static ReadOptions dated(String dateFormat) {
        return new ReadOptions(Mapping.NONE, null, null, false, dateFormat);
    }

    static ReadOptions delimited(char delimiter) {
        return new ReadOptions(Mapping.NONE, null, delimiter, false, null);
    }

    static final ReadOptions DECIMAL_COMMA = new ReadOptions(Mapping.NONE, null, null, true, null);

    static ExportReader open(String text, ReadOptions options) {
        return open(text.getBytes(StandardCharsets.UTF_8), options);
    }

    static ExportReader open(byte[] bytes, ReadOptions options) {
        return ExportReader.open(CLINIC, new ByteArrayInputStream(bytes), options);
    }

    static Reading of(String text, String... categories) {
        return of(text, ReadOptions.DEFAULT, categories);
    }

    static Reading of(String text, ReadOptions options, String... categories) {
        return of(open(text, options), categories);
    }

    static Reading of(byte[] bytes, ReadOptions options, String... categories) {
        return of(open(bytes, options), categories);
    }

    static Reading of(ExportReader reader, String... categories) {
        ExportColumns columns = reader.columns();
        List<String> kept = new ArrayList<>();
        for (String category : categories) {
            String name = columns.category(category);
            kept.add(name == null ? category : name);
        }
        return of(reader, new SessionLayout(columns.events(), kept, columns.diaryMinutes(), columns.fields()));
    }

    static Reading of(ExportReader reader, SessionLayout layout) {
        SessionTable table = new SessionTable(layout);
        Reading reading = new Reading(reader, table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        reader.read(table, reading.sink());
        return reading;
    }

    private RowSink sink() {
        return new RowSink() {
            @Override
            public void session(SessionDraft draft, long line) {
                table.add(draft, true);
                lines.add(line);
                ids.add(new String(draft.id(), 0, draft.idLength()));
            }

            @Override
            public void excluded(int reason, long line) {
                problems.add("line " + line + " excluded, reason " + reason);
            }

            @Override
            public void rejected(List<RowProblem> found) {
                found.forEach(problem -> problems.add(problem.message()));
            }
        };
    }

    /** The only session. */
    Session session() {
        if (table.size() != 1 || !problems.isEmpty()) {
            throw new AssertionError(table.size() + " sessions, problems " + problems);
        }
        return table.session(0);
    }

    /** The only problem, where no row was accepted. */
    String problem() {
        if (table.size() != 0 || problems.size() != 1) {
            throw new AssertionError(table.size() + " sessions, problems " + problems);
        }
        return problems.get(0);
    }

    Answer answer(String event) {
        return session().answer(eventNames().indexOf(event));
    }

    List<String> eventNames() {
        return table.layout().events().stream().map(AdverseEvent::name).toList();
    }

    /** The texts of a category, one a session. */
    List<@Nullable String> category(String name) {
        int place = table.layout().category(name);
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            texts.add(table.session(row).categoryText(place));
        }
        return texts;
    }

    /** The patients' texts, one for each of them, with parts joined by a bar. */
    List<String> patients() {
        List<String> texts = new ArrayList<>();
        for (int code = 1; code <= table.patients().size(); code++) {
            texts.add(table.patients().text(code).replace('\0', '|'));
        }
        return texts;
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
