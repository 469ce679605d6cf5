package org.aestat.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.CourseOutcome;
import org.aestat.session.EventRecord;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;

/** A seeded clinic with everything recorded now and then. */
final class RandomClinic {

    private static final List<AdverseEvent> EVENTS = List.of(
            new AdverseEvent("bruising", false),
            new AdverseEvent("bleeding", false),
            new AdverseEvent("pneumothorax", true));
    private static final EventRecord[] YES = {
        EventRecord.YES,
        EventRecord.ONE,
        EventRecord.MILD,
        EventRecord.MODERATE,
        EventRecord.SEVERE,
        EventRecord.LIFE_THREATENING
    };
    private static final int PATIENTS = 60;

    private final SessionTable table;
    private final List<PatientHistory> histories = new ArrayList<>();

    RandomClinic(long seed) {
        Random random = new Random(seed);
        SessionLayout layout = new SessionLayout(
                EVENTS, List.of("condition", "site"), List.of(360, 1440, 2880), EnumSet.allOf(Field.class));
        table = new SessionTable(layout);
        SessionDraft draft = new SessionDraft(layout);
        for (int patient = 0; patient < PATIENTS; patient++) {
            int first = table.size();
            int count = 1 + random.nextInt(6);
            for (int number = 1; number <= count; number++) {
                fill(draft, random, patient, number);
                table.add(draft, random.nextInt(10) > 0);
            }
            int[] rows = IntStream.range(first, first + count).toArray();
            histories.add(new PatientHistory(table, rows, 0, count));
        }
    }

    private void fill(SessionDraft draft, Random random, int patient, int number) {
        draft.clear();
        draft.setPatient(table.patients().code("p" + patient));
        draft.setDate(20000 + random.nextInt(5) + 7 * number);
        draft.setNumber(number);
        draft.setTherapist(random.nextInt(4));
        draft.setNeedles(random.nextInt(5) == 0 ? Session.NONE : 1 + random.nextInt(9));
        String condition = random.nextBoolean() ? "neck" : "back";
        draft.setCategory(0, patient % 7 == 0 ? 0 : table.categoryTexts(0).code(condition));
        draft.setCategory(1, table.categoryTexts(1).code(random.nextBoolean() ? "A" : "B"));
        for (int event = 0; event < EVENTS.size(); event++) {
            draft.setAnswer(event, answer(random, 0.25));
        }
        if (draft.answer(0) == Answer.YES) {
            draft.setEvent(0, YES[(patient + 3 * number) % YES.length]);
        }
        draft.setBruiseMinutes((patient + number) % 5 == 0 ? Session.NONE : (patient * number) % 15 * 960);
        draft.setRelief(answer(random, 0.4));
        draft.setOutcome(random.nextInt(3) == 0 ? CourseOutcome.DROPPED_OUT : CourseOutcome.NOT_RECORDED);
        draft.setPainBefore((1 + random.nextInt(10)) * Session.SCORE_UNITS);
        draft.setPainAfter(random.nextInt(10) * Session.SCORE_UNITS);
        draft.setDuration(random.nextInt(8) * 720);
        draft.setResolved(answer(random, 0.8));
        draft.setLastSore(random.nextInt(4) * 600);
        draft.setFirstClear(random.nextBoolean() ? Session.NONE : 1800 + random.nextInt(3) * 600);
        for (int time = 0; time < 3; time++) {
            draft.setDiaryScore(time, random.nextInt(4) * Session.SCORE_UNITS);
        }
    }

    private static Answer answer(Random random, double share) {
        if (random.nextInt(8) == 0) {
            return Answer.NOT_RECORDED;
        }
        return random.nextDouble() < share ? Answer.YES : Answer.NO;
    }

    SessionTable table() {
        return table;
    }

    Strata strata(String... by) {
        return new Strata(table, by.length == 0 ? List.of() : List.of(List.of(by)));
    }

    List<PatientHistory> histories() {
        return histories;
    }
}
