package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The words that can stand in any export: those that aestat takes as they are, and those it proposes a meaning for. */
final class KnownWords {

    /** What a word can be an answer to. */
    enum Group {
        YES,
        NO,
        NOT_RECORDED,
        GRADE,
        CHRONICITY,
        MUSCLE_DEPTH,
        COURSE_OUTCOME
    }

    /**
     * A word.
     *
     * @param text the word, folded
     * @param group what it answers
     * @param canonical the word that aestat takes for it
     * @param own whether aestat takes it as it is
     */
    record Word(String text, Group group, String canonical, boolean own) {}

    private static final String FURTHER = """
            YES yes: ja, j, oui, sí, si, sì, sim, present, positive, vorhanden
            NO no: nein, nee, nej, nei, non, não, nao, absent, negative, keine, keiner, kein, aucun, aucune, ninguno, ninguna
            NOT_RECORDED na: n.a., not recorded, not assessed, not asked, missing, unk, null, nan, unbekannt, k.a., keine angabe,
             nicht erfasst, inconnu, inconnue, non renseigné, desconocido, desconocida, onbekend, sconosciuto
            GRADE mild: leicht, gering, léger, légère, leve, licht
            GRADE moderate: mäßig, mässig, mittel, mittelgradig, modéré, modérée, moderado, moderada, matig
            GRADE severe: schwer, stark, sévère, grave, ernstig
            CHRONICITY acute: akut, aigu, aiguë, agudo, acuut
            CHRONICITY subacute: subakut, sub-acute, subaigu, subagudo
            CHRONICITY chronic: chronisch, chronique, crónico, cronico
            MUSCLE_DEPTH superficial: oberflächlich, superficiel, superficielle, oppervlakkig
            MUSCLE_DEPTH deep: tief, profond, profonde, profundo, diep
            COURSE_OUTCOME completed: complete, finished, discharged, abgeschlossen, beendet, terminé
            COURSE_OUTCOME dropped_out: dropped out, drop-out, dropout, discontinued, abgebrochen, abbruch
            COURSE_OUTCOME ongoing: in progress, active, open, laufend, en cours
            """;

    private static final List<Word> ALL = all();
    private static final Words TABLE = table();

    private KnownWords() {}

    private static List<Word> all() {
        Map<String, Word> words = new HashMap<>();
        WordLists.DEFAULT.yes().forEach(word -> words.put(word, new Word(word, Group.YES, "yes", true)));
        WordLists.DEFAULT.no().forEach(word -> words.put(word, new Word(word, Group.NO, "no", true)));
        WordLists.DEFAULT
                .notRecorded()
                .forEach(word -> words.put(word, new Word(word, Group.NOT_RECORDED, "na", true)));
        WordLists.GRADES.keySet().forEach(word -> words.putIfAbsent(word, new Word(word, Group.GRADE, word, true)));
        choices(words, ValueKind.CHRONICITY, Group.CHRONICITY);
        choices(words, ValueKind.MUSCLE_DEPTH, Group.MUSCLE_DEPTH);
        choices(words, ValueKind.COURSE_OUTCOME, Group.COURSE_OUTCOME);
        for (String entry : FURTHER.replace("\n ", " ").strip().split("\n", -1)) {
            int space = entry.indexOf(' ');
            int colon = entry.indexOf(':');
            Group group = Group.valueOf(entry.substring(0, space));
            String canonical = entry.substring(space + 1, colon);
            for (String word : entry.substring(colon + 1).split(",", -1)) {
                String folded = Words.fold(word);
                words.putIfAbsent(folded, new Word(folded, group, canonical, false));
            }
        }
        words.remove("");
        return new TreeSet<>(words.keySet()).stream().map(words::get).toList();
    }

    private static void choices(Map<String, Word> words, ValueKind kind, Group group) {
        kind.choices().forEach(choice -> words.put(choice, new Word(choice, group, choice, true)));
    }

    private static Words table() {
        Map<String, Integer> places = new HashMap<>();
        ALL.forEach(word -> places.put(word.text(), places.size()));
        return new Words(places);
    }

    /** The number of the cell's word, or {@link Words#ABSENT}. */
    static int find(Cell cell) {
        return TABLE.find(cell);
    }

    /** A word by its number. */
    static Word get(int number) {
        return ALL.get(number);
    }

    /** What the words of a column can be, besides "not recorded"; empty where it does not hold words. */
    static List<Group> groups(ValueKind kind) {
        List<Group> groups = new ArrayList<>();
        if (kind.isAnswer()) {
            groups.addAll(List.of(Group.YES, Group.NO));
        }
        switch (kind) {
            case EVENT -> groups.add(Group.GRADE);
            case CHRONICITY -> groups.add(Group.CHRONICITY);
            case MUSCLE_DEPTH -> groups.add(Group.MUSCLE_DEPTH);
            case COURSE_OUTCOME -> groups.add(Group.COURSE_OUTCOME);
            default -> {}
        }
        return groups;
    }
}
