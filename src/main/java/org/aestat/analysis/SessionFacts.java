package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aestat.result.Stratum;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;
import org.aestat.session.SorenessForm;
import org.jspecify.annotations.Nullable;

/** What an export says of its sessions, stratum by stratum: how many, what is not recorded, contraindications. */
public final class SessionFacts implements Accumulator<PatientHistory, List<SessionFacts.Counts>, SessionFacts> {

    private static final long serialVersionUID = 1;

    /** The columns of which a yes speaks against the treatment. */
    public static final List<String> CONTRAINDICATIONS = List.of(
            "anticoagulant",
            "bleeding_disorder",
            "pregnant",
            "immune_compromised",
            "metal_allergy",
            "needle_phobia",
            "lymphedema",
            "skin_infection",
            "recent_surgery");

    private static final String YES = "yes";

    private final Strata strata;
    private final ArrayList<RecordedCell> cells = new ArrayList<>();
    private final int[] contraindications;
    private final int[] yesCodes;
    private final Tally[] tallies;

    /**
     * The counts of one stratum.
     *
     * @param stratum the sessions
     * @param sessions how many
     * @param patients how many patients have one
     * @param notRecorded sessions in which a column is not recorded, by column
     * @param contraindicated sessions with a contraindication recorded yes
     * @param contraindicationRecorded sessions with any contraindication recorded yes or no
     */
    public record Counts(
            Stratum stratum,
            long sessions,
            long patients,
            Map<String, Long> notRecorded,
            long contraindicated,
            long contraindicationRecorded) {}

    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1;

        private final long[] notRecorded;
        private long sessions;
        private long patients;
        private long contraindicated;
        private long contraindicationRecorded;
        private boolean touched;

        private Tally(int cells) {
            notRecorded = new long[cells];
        }

        private void add(Tally other) {
            sessions += other.sessions;
            patients += other.patients;
            contraindicated += other.contraindicated;
            contraindicationRecorded += other.contraindicationRecorded;
            for (int i = 0; i < notRecorded.length; i++) {
                notRecorded[i] += other.notRecorded[i];
            }
        }
    }

    /**
     * An empty accumulator.
     *
     * @param table the sessions, of which only the layout and the codes of texts are used
     * @param strata the strata of the data set, with at most one grouping
     * @param columns the columns that are asked for; categories of the table, events or {@code soreness}
     * @param form the form of soreness that is analysed, or null
     */
    public SessionFacts(SessionTable table, Strata strata, List<String> columns, @Nullable SorenessForm form) {
        this.strata = strata;
        columns.forEach(column -> cells.add(RecordedCell.of(column, table.layout(), form)));
        contraindications = CONTRAINDICATIONS.stream()
                .mapToInt(table.layout()::category)
                .filter(category -> category >= 0)
                .toArray();
        yesCodes = new int[contraindications.length];
        for (int i = 0; i < yesCodes.length; i++) {
            yesCodes[i] = table.categoryTexts(contraindications[i]).code(YES);
        }
        tallies = tallies(strata, cells);
    }

    private SessionFacts(SessionFacts like) {
        strata = like.strata;
        cells.addAll(like.cells);
        contraindications = like.contraindications;
        yesCodes = like.yesCodes;
        tallies = tallies(strata, cells);
    }

    private static Tally[] tallies(Strata strata, List<RecordedCell> cells) {
        Tally[] tallies = new Tally[strata.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally(cells.size());
        }
        return tallies;
    }

    @Override
    public SessionFacts fresh() {
        return new SessionFacts(this);
    }

    @Override
    public void accept(PatientHistory history) {
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                count(session, tallies[Strata.OVERALL]);
                if (strata.groupings() > 0) {
                    count(session, tallies[strata.place(session, 0)]);
                }
            }
        }
        for (Tally tally : tallies) {
            tally.patients += tally.touched ? 1 : 0;
            tally.touched = false;
        }
    }

    private void count(Session session, Tally tally) {
        tally.sessions++;
        tally.touched = true;
        for (int i = 0; i < tally.notRecorded.length; i++) {
            tally.notRecorded[i] += cells.get(i).isRecorded(session) ? 0 : 1;
        }
        boolean yes = false;
        boolean recorded = false;
        for (int i = 0; i < contraindications.length; i++) {
            int code = session.category(contraindications[i]);
            yes |= code == yesCodes[i];
            recorded |= code != 0;
        }
        tally.contraindicated += yes ? 1 : 0;
        tally.contraindicationRecorded += recorded ? 1 : 0;
    }

    @Override
    public SessionFacts combine(SessionFacts other) {
        if (!(strata.equals(other.strata) && cells.equals(other.cells))) {
            throw new IllegalArgumentException("facts of another configuration");
        }
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].add(other.tallies[i]);
        }
        return this;
    }

    @Override
    public List<Counts> result() {
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < tallies.length; i++) {
            Map<String, Long> notRecorded = new LinkedHashMap<>();
            for (int cell = 0; cell < cells.size(); cell++) {
                notRecorded.put(cells.get(cell).column(), tallies[i].notRecorded[cell]);
            }
            counts.add(new Counts(
                    strata.get(i),
                    tallies[i].sessions,
                    tallies[i].patients,
                    notRecorded,
                    tallies[i].contraindicated,
                    tallies[i].contraindicationRecorded));
        }
        return counts;
    }
}
