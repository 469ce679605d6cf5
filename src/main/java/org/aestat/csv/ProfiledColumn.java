package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import org.aestat.csv.HeaderSynonyms.Match;
import org.aestat.csv.HeaderSynonyms.Way;
import org.aestat.csv.MappingProposal.Column;
import org.aestat.csv.MappingProposal.Confidence;
import org.jspecify.annotations.Nullable;

/** A column of an export while its meaning is sought. */
final class ProfiledColumn {

    private final String label;
    private final @Nullable Match match;
    private final ColumnProfile profile;
    private final List<Integer> questions = new ArrayList<>();
    private String meaning = "";
    private @Nullable Confidence confidence;
    private String why = "";

    ProfiledColumn(String label, @Nullable Match match, ColumnProfile profile) {
        this.label = label;
        this.match = match;
        this.profile = profile;
    }

    String label() {
        return label;
    }

    ColumnProfile profile() {
        return profile;
    }

    /** The canonical name that the header seems to be, or an empty text. */
    String name() {
        return match == null ? "" : match.name();
    }

    /** Whether the header was recognised in this way. */
    boolean is(Way way) {
        return match != null && match.way() == way;
    }

    /** Whether the header speaks for itself. */
    boolean isNamed() {
        return is(Way.NAME) || is(Way.SYNONYM);
    }

    /** Whether its meaning is still sought. */
    boolean isOpen() {
        return meaning.isEmpty();
    }

    /** Why the header suggests its name. */
    String byName() {
        if (is(Way.NAME)) {
            return "its name";
        }
        if (is(Way.SYNONYM)) {
            return "another name for it";
        }
        return is(Way.SIMILAR) ? "a similar name" : "its name may mean it";
    }

    void means(String name, Confidence howSure, String reason) {
        meaning = name;
        confidence = howSure;
        why = reason;
    }

    /** Says that the column means nothing to aestat. */
    void isOther(String which, String reason) {
        meaning = which;
        why = reason;
    }

    /** Says that a question is about this column. */
    void ask(int question) {
        questions.add(question);
    }

    /** How many cells are recorded, of how many kinds, and what they look like, for comments. */
    String summary() {
        StringBuilder summary = new StringBuilder();
        summary.append(profile.recorded())
                .append(" recorded, ")
                .append(profile.blank())
                .append(" blank");
        if (profile.recorded() > 0) {
            summary.append(", ")
                    .append(profile.distinct())
                    .append(profile.isDistinctCapped() ? " or more" : "")
                    .append(" different: ")
                    .append(Shapes.joined(profile.seen()));
        }
        return summary.toString();
    }

    /** What was found out. */
    Column result() {
        return new Column(
                label,
                meaning,
                confidence,
                why,
                profile.recorded(),
                profile.blank(),
                profile.distinct(),
                profile.isDistinctCapped(),
                profile.seen(),
                List.copyOf(questions));
    }
}
