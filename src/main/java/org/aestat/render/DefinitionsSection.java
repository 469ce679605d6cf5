package org.aestat.render;

import java.util.List;
import java.util.stream.Stream;
import org.aestat.result.AuditResult;
import org.aestat.result.CurveLimits;
import org.aestat.result.EventRate;
import org.aestat.result.EventSeverity;
import org.aestat.result.ReliefResult;
import org.aestat.result.RunSettings;
import org.aestat.result.SorenessResult;

/** What the figures mean, how they were computed and what the data cannot tell. */
final class DefinitionsSection {

    private static final String NO_RELIEF = "none";

    private final Page page;

    DefinitionsSection(Page page) {
        this.page = page;
    }

    void write(AuditResult result) {
        RunSettings settings = result.settings();
        List<EventRate> rates = result.rates() == null ? List.of() : result.rates();
        List<EventSeverity> severity = result.severity() == null ? List.of() : result.severity();
        List<SorenessResult> soreness = result.soreness() == null ? List.of() : result.soreness();
        List<ReliefResult> relief = result.relief() == null ? List.of() : result.relief();
        page.heading("Definitions and limits of the data");
        page.space();
        page.item("A session is one visit of one patient. What is not recorded is never taken as no: it is counted "
                + "apart and left out of the shares.");
        if (!rates.isEmpty()) {
            new RateDefinitions(page).write(rates, severity, settings);
        }
        if (!soreness.isEmpty() && soreness.get(0).counts().recorded() > 0) {
            soreness(soreness, settings);
        }
        if (!relief.isEmpty() && !NO_RELIEF.equals(relief.get(0).definition())) {
            relief(relief.get(0), settings);
        }
        page.item(
                settings.cluster().contains("therapist")
                        ? "The intervals are meant for this clinic's patients and for therapists like its present ones."
                        : "The figures describe this clinic's patients under its present therapists.");
        page.paragraph("Computed by aestat " + result.version() + ", command " + result.command() + ".");
    }

    private void soreness(List<SorenessResult> results, RunSettings settings) {
        String hours = "Soreness: hours after the session, "
                + ("all".equals(settings.among())
                        ? "among all sessions with a record, those never sore ending at 0 h. "
                        : "among sessions with soreness. ");
        page.item(hours
                + (SorenessResult.NPMLE.equals(results.get(0).method())
                        ? "The records give the interval in which soreness ended. The curve is the most likely one "
                                + "for them (NPMLE: nonparametric maximum likelihood estimate, Turnbull); inside such "
                                + "an interval only bounds are known, and the drawing drops at its end. Limits by resampling "
                                + "patients (bootstrap, seed "
                                + settings.curves().seed() + fewerReplicates(results, settings) + ")."
                        : "Kaplan-Meier estimate; who was still sore when last asked counts as sore up to then. "
                                + "Limits allow for several sessions of one patient."));
    }

    private static String fewerReplicates(List<SorenessResult> results, RunSettings settings) {
        int asked = settings.curves().replicates();
        return results.stream()
                .flatMap(result ->
                        result.estimate().fold(figures -> Stream.of(figures.limits()), reason -> Stream.empty()))
                .map(CurveLimits::resampling)
                .filter(resampling -> resampling != null && resampling.replicates() < asked)
                .map(resampling -> "; " + Quantity.count(resampling.replicates()) + " replicates instead of "
                        + Quantity.count(asked) + " where the records of very many patients differ")
                .findFirst()
                .orElse("");
    }

    private void relief(ReliefResult result, RunSettings settings) {
        page.item("Relief: " + ReliefWords.definition(result.definition())
                + ". A course is the sessions of one patient for one "
                + "condition; where the export neither names nor numbers courses, "
                + Quantity.of(settings.courseGap(), "day") + " without a session end it.");
        page.item("Share with relief by a session: " + result.estimand() + ". \"Had nobody stopped\" is the share if "
                + "those who ended without relief had gone on like the others.");
        long late = result.counts().late();
        if (late > 0) {
            page.item("Late courses (" + Quantity.count(late) + ") are followed from their first exported session on; "
                    + "what came before is not known.");
        }
    }
}
