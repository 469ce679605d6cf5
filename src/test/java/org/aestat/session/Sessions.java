package org.aestat.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aestat.session.SessionLayout.Field;

/** Builds small session tables for tests. */
public final class Sessions {

    private final SessionTable table;
    private final SessionDraft draft;

    /** A table of the layout. */
    public Sessions(SessionLayout layout) {
        table = new SessionTable(layout);
        draft = new SessionDraft(layout);
    }

    /** All fields, some events, and the category condition. */
    public static SessionLayout layout(AdverseEvent... events) {
        return new SessionLayout(List.of(events), List.of("condition"), List.of(), EnumSet.allOf(Field.class));
    }

    /** A layout of some fields only. */
    public static SessionLayout layout(Set<Field> fields, List<Integer> diaryMinutes) {
        return new SessionLayout(List.of(), List.of("condition"), diaryMinutes, fields);
    }

    /** Adds a used session of a patient. */
    public Sessions add(String patient, Consumer<SessionDraft> values) {
        return add(patient, true, values);
    }

    /** Adds a session of a patient. */
    public Sessions add(String patient, boolean used, Consumer<SessionDraft> values) {
        draft.clear();
        draft.setPatient(table.patients().code(patient));
        values.accept(draft);
        table.add(draft, used);
        return this;
    }

    /** The code of a condition, 0 for an empty one. */
    public int condition(String text) {
        return text.isEmpty() ? 0 : table.categoryTexts(0).code(text);
    }

    /** The table. */
    public SessionTable table() {
        return table;
    }

    /** All sessions as one history, whosever they are. */
    public PatientHistory history() {
        return new PatientHistory(table, IntStream.range(0, table.size()).toArray(), 0, table.size());
    }
}
