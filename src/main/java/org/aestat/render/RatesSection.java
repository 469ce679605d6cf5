package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.EventRate;
import org.jspecify.annotations.Nullable;

/** How often each adverse event happened: for all sessions, then stratum by stratum. */
final class RatesSection {

    /** What a rate per session is. */
    static final String PER_SESSION =
            "Per session: of the sessions with an answer (assessed), the share with the event.";

    private static final String MAJOR = "major";
    private static final String MINOR = "minor";

    private final Page page;
    private final String level;

    RatesSection(Page page, double confidence) {
        this.page = page;
        this.level = Percent.exact(confidence);
    }

    void write(List<EventRate> rates) {
        page.heading("Adverse events");
        List<EventRate> overall =
                rates.stream().filter(rate -> rate.stratum().isOverall()).toList();
        sessions(overall);
        patients(overall);
        certainty(overall);
        strata(overall, rates);
    }

    private void sessions(List<EventRate> overall) {
        RateTable table = new RateTable(level, "Event");
        List<EventRate> composite =
                overall.stream().filter(RatesSection::isComposite).toList();
        table.add("", composite, rate -> Names.event(rate.event()));
        table.add("Minor events", simple(overall, MINOR), rate -> Names.event(rate.event()));
        table.add("Major events", simple(overall, MAJOR), rate -> Names.event(rate.event()));
        table.writeTo(page, PER_SESSION);
        Notes partly = new Notes();
        for (EventRate rate : composite) {
            if (rate.counts().partlyRecorded() > 0) {
                partly.add(
                        "Not recorded although some kinds of event are recorded as absent",
                        Names.event(rate.event()) + " at "
                                + Quantity.of(rate.counts().partlyRecorded(), "session"));
            }
        }
        partly.writeTo(page);
    }

    private static boolean isComposite(EventRate rate) {
        return Names.isComposite(rate.event());
    }

    private static List<EventRate> simple(List<EventRate> rates, String severity) {
        return rates.stream()
                .filter(rate -> !isComposite(rate) && MAJOR.equals(rate.severity()) == MAJOR.equals(severity))
                .toList();
    }

    private static Stream<EventRate> inOrder(List<EventRate> rates) {
        return Stream.of(
                        rates.stream().filter(RatesSection::isComposite).toList(),
                        simple(rates, MINOR),
                        simple(rates, MAJOR))
                .flatMap(List::stream);
    }

    private void patients(List<EventRate> overall) {
        TextTable table = new TextTable()
                .text("Event")
                .number("Patients", "with it")
                .number("Patients", "assessed")
                .number("Rate", "%")
                .number(level + " interval", "%");
        boolean therapists = overall.stream().anyMatch(rate -> rate.counts().therapists() != null);
        boolean averages = overall.stream()
                .anyMatch(rate -> rate.estimate() instanceof Estimated<EventRate.Figures> estimated
                        && estimated.value().patientAverage() != null);
        if (averages) {
            table.number("Mean of patients'", "own rates, %");
        }
        if (therapists) {
            table.number("Therapists", "treating");
        }
        inOrder(overall).forEach(rate -> {
            if (rate.estimate() instanceof Estimated<EventRate.Figures> estimated) {
                EventRate.Figures figures = estimated.value();
                boolean none = rate.counts().patients() == 0;
                List<String> cells = new ArrayList<>(List.of(
                        Names.event(rate.event()),
                        none ? "none" : Quantity.count(rate.counts().patients()),
                        Quantity.count(rate.counts().patientsAssessed()),
                        none ? "none" : Percent.number(figures.patientRate()),
                        Percent.limits(
                                figures.patientInterval().lower(),
                                figures.patientInterval().upper())));
                if (averages) {
                    cells.add(average(figures.patientAverage()));
                }
                if (therapists) {
                    Long count = rate.counts().therapists();
                    cells.add(count == null ? "-" : Quantity.count(count));
                }
                table.row(cells);
            }
        });
        if (!table.isEmpty()) {
            page.table("Per patient: of the patients with an answer, the share with the event at least once.", table);
        }
    }

    private static String average(EventRate.@Nullable PatientAverage average) {
        if (average == null) {
            return "-";
        }
        EventRate.Bounds limits = average.limits();
        String rate = average.rate() == 0 ? "none" : Percent.number(average.rate());
        return limits == null ? rate : rate + " (" + Percent.range(limits.lower(), limits.upper()) + ")";
    }

    private void certainty(List<EventRate> overall) {
        CertaintyTable table = new CertaintyTable(level, overall);
        inOrder(overall).forEach(table::add);
        table.writeTo(page);
    }

    private void strata(List<EventRate> overall, List<EventRate> rates) {
        List<EventRate> strata =
                rates.stream().filter(rate -> !rate.stratum().isOverall()).toList();
        if (strata.isEmpty()) {
            return;
        }
        RateTable table = new RateTable(level, Names.columns(strata.get(0).stratum()));
        inOrder(overall).forEach(all -> {
            List<EventRate> rows = new ArrayList<>(List.of(all));
            strata.stream().filter(rate -> rate.event().equals(all.event())).forEach(rows::add);
            if (rows.stream().anyMatch(rate -> rate.counts().denominator() > 0)) {
                table.add(
                        Names.capitalised(Names.event(all.event())),
                        rows,
                        rate -> "  " + Names.values(rate.stratum(), "all sessions"));
            }
        });
        table.writeTo(page, "Per session, by " + Names.columns(strata.get(0).stratum()) + ".");
    }
}
