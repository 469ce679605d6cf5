package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aestat.result.Stratum;
import org.aestat.session.Dictionary;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * The strata of a data set: all selected sessions first, then for each grouping of columns the values that they have,
 * sorted. Every selected session is in the overall stratum and in one stratum of each grouping.
 */
public final class Strata implements Serializable {

    private static final long serialVersionUID = 1;

    /** The place of the stratum of all sessions. */
    public static final int OVERALL = 0;

    private final List<Stratum> strata = new ArrayList<>(List.of(Stratum.OVERALL));
    private final List<Grouping> groupings = new ArrayList<>();
    private final Selection selection;
    private final int[] chosenCategories;
    private final BitSet[] chosenCodes;

    /** The places of strata by the codes of their columns; a single column, the usual case, without boxing. */
    private static final class Grouping implements Serializable {

        private static final long serialVersionUID = 1;

        private final int[] categories;
        private final Map<List<Integer>, Integer> places = new HashMap<>();
        private int[] placeByCode = {};

        private Grouping(int[] categories) {
            this.categories = categories;
        }

        private void put(List<Integer> codes, int place) {
            if (categories.length == 1) {
                int code = codes.get(0);
                placeByCode = Arrays.copyOf(placeByCode, Math.max(placeByCode.length, code + 1));
                placeByCode[code] = place;
            } else {
                places.put(codes, place);
            }
        }

        private int place(Session session) {
            if (categories.length == 1) {
                int code = session.category(categories[0]);
                return code < placeByCode.length ? placeByCode[code] : OVERALL;
            }
            return places.getOrDefault(codes(session, categories), OVERALL);
        }
    }

    /**
     * The strata of the used sessions of a table.
     *
     * @param table the sessions
     * @param columns the columns of each grouping, all of them categories of the table
     */
    public Strata(SessionTable table, List<List<String>> columns) {
        this(table, columns, Selection.ALL);
    }

    /**
     * The strata of the selected sessions of a table.
     *
     * @param table the sessions
     * @param columns the columns of each grouping, all of them categories of the table
     * @param selection which of the used sessions are looked at; its columns are categories of the table
     */
    public Strata(SessionTable table, List<List<String>> columns, Selection selection) {
        this.selection = selection;
        List<Selection.Choice> choices = selection.choices();
        chosenCategories = choices.stream()
                .mapToInt(choice -> table.layout().category(choice.column()))
                .toArray();
        chosenCodes = new BitSet[chosenCategories.length];
        for (int i = 0; i < chosenCodes.length; i++) {
            chosenCodes[i] = new BitSet();
            for (String value : choices.get(i).values()) {
                Dictionary texts = table.categoryTexts(chosenCategories[i]);
                chosenCodes[i].set(value.isEmpty() ? 0 : texts.code(value));
            }
        }
        for (List<String> names : columns) {
            int[] categories = names.stream().mapToInt(table.layout()::category).toArray();
            TreeMap<Stratum, List<Integer>> sorted = new TreeMap<>();
            for (List<Integer> codes : codes(table, categories)) {
                sorted.put(new Stratum(names, texts(table, categories, codes)), codes);
            }
            Grouping grouping = new Grouping(categories);
            sorted.forEach((stratum, codes) -> {
                grouping.put(codes, strata.size());
                strata.add(stratum);
            });
            groupings.add(grouping);
        }
    }

    private Set<List<Integer>> codes(SessionTable table, int[] categories) {
        if (categories.length == 1) {
            return codes(table, categories[0]);
        }
        Set<List<Integer>> seen = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            Session session = table.session(row);
            if (contains(session)) {
                seen.add(codes(session, categories));
            }
        }
        return seen;
    }

    private Set<List<Integer>> codes(SessionTable table, int category) {
        BitSet seen = new BitSet();
        for (int row = 0; row < table.size(); row++) {
            Session session = table.session(row);
            if (contains(session)) {
                seen.set(session.category(category));
            }
        }
        return seen.stream().mapToObj(List::of).collect(Collectors.toSet());
    }

    private static List<Integer> codes(Session session, int[] categories) {
        return Arrays.stream(categories).map(session::category).boxed().toList();
    }

    private static List<@Nullable String> texts(SessionTable table, int[] categories, List<Integer> codes) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < categories.length; i++) {
            texts.add(
                    codes.get(i) == 0
                            ? null
                            : table.categoryTexts(categories[i]).text(codes.get(i)));
        }
        return texts;
    }

    /** Whether a session is looked at: used, and selected. */
    public boolean contains(Session session) {
        if (!session.isUsed()) {
            return false;
        }
        for (int i = 0; i < chosenCategories.length; i++) {
            if (!chosenCodes[i].get(session.category(chosenCategories[i]))) {
                return false;
            }
        }
        return true;
    }

    /** How many strata there are, with the overall one. */
    public int size() {
        return strata.size();
    }

    /** A stratum by its place. */
    public Stratum get(int place) {
        return strata.get(place);
    }

    /** How many groupings there are beside the overall one. */
    public int groupings() {
        return groupings.size();
    }

    /**
     * The place of the stratum in which a session is that is looked at.
     *
     * @param session the session
     * @param grouping 0 to {@link #groupings()} - 1
     * @throws IllegalArgumentException if the session is in none, as one that is not looked at may be
     */
    public int place(Session session, int grouping) {
        int place = groupings.get(grouping).place(session);
        if (place == OVERALL) {
            throw new IllegalArgumentException("a session outside the strata");
        }
        return place;
    }

    /**
     * The places of all strata in which a used session is, the overall one first.
     *
     * @param session the session
     * @param places takes them, one more than there are groupings
     */
    void places(Session session, int[] places) {
        places[0] = OVERALL;
        for (int grouping = 0; grouping < groupings(); grouping++) {
            places[1 + grouping] = place(session, grouping);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Strata that && strata.equals(that.strata) && selection.equals(that.selection));
    }

    @Override
    public int hashCode() {
        return strata.hashCode();
    }
}
