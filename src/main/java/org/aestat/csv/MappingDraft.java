package org.aestat.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aestat.csv.MappingProposal.Question;
import org.jspecify.annotations.Nullable;

/** A mapping file while it is written: what is settled as lines, what is open as comments. */
final class MappingDraft {

    /** The sections of a mapping file. */
    enum Section {
        FILE,
        COLUMNS,
        EVENTS,
        DIARY,
        ROWS;

        private String heading() {
            return "[" + name().toLowerCase(Locale.ROOT) + "]\n";
        }
    }

    private final Map<Section, StringBuilder> sections = new EnumMap<>(Section.class);
    private final StringBuilder unplaced = new StringBuilder();
    private final List<Question> questions = new ArrayList<>();

    /** Adds a line with a comment above it. */
    void line(Section section, String comment, String line) {
        section(section).append(TomlText.comment(comment)).append(line).append('\n');
    }

    /** Adds a comment about what needs no line. */
    void remark(String comment) {
        unplaced.append(TomlText.comment(comment));
    }

    /**
     * Adds a question.
     *
     * @param section where its answer belongs, or null where the mapping cannot answer it
     * @param columns the columns that it is about
     * @param text the question
     * @param blocking whether no report can be made before it is answered
     * @param answers lines of which one would answer it
     * @return its number
     */
    int question(@Nullable Section section, List<String> columns, String text, boolean blocking, List<String> answers) {
        int number = questions.size() + 1;
        questions.add(new Question(number, List.copyOf(columns), text, blocking));
        StringBuilder place = section == null ? unplaced : section(section);
        place.append(TomlText.comment("QUESTION " + number + ": " + text));
        answers.forEach(answer -> place.append("# ").append(answer).append('\n'));
        return number;
    }

    private StringBuilder section(Section section) {
        return sections.computeIfAbsent(section, key -> new StringBuilder());
    }

    List<Question> questions() {
        return questions;
    }

    boolean isBlocked() {
        return questions.stream().anyMatch(Question::blocking);
    }

    /** The file. */
    String text(String file, long rows, int columns) {
        StringBuilder text = new StringBuilder();
        text.append(TomlText.comment("Proposed by 'aestat init' for " + file + ": " + columns + " columns, " + rows
                + " rows. Check it before you use it."));
        text.append(TomlText.comment(
                questions.isEmpty()
                        ? "No question is open."
                        : "Open questions: " + questions.size()
                                + ". To answer one, take away the '#' in front of the line"
                                + " that holds, and put the export's own words in the place of \"?\"."));
        if (unplaced.length() > 0) {
            text.append('\n').append(unplaced);
        }
        sections.forEach(
                (section, lines) -> text.append('\n').append(section.heading()).append(lines));
        return text.toString();
    }
}
