package org.aestat.render;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.EventRate;
import org.aestat.result.EventSeverity;
import org.aestat.result.ProportionInterval;
import org.aestat.result.ProportionInterval.Clustering;
import org.aestat.result.RunSettings;

/** What the rates mean and how their intervals were computed. */
final class RateDefinitions {

    private static final int FEW_CLUSTERS = 30;

    private static final Map<String, String> METHODS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "agresti-coull",
                    "Agresti-Coull: Wald interval after adding to both sides, sessions taken as independent."),
            Map.entry(
                    "clopper-pearson",
                    "Clopper-Pearson: exact binomial interval, sessions or patients taken as independent."),
            Map.entry("garwood", "Garwood: exact Poisson interval."),
            Map.entry(
                    "jeffreys", "Jeffreys: Bayesian interval without prior knowledge, sessions taken as independent."),
            Map.entry(
                    "korn-graubard",
                    "Korn-Graubard: exact interval widened by the design effect estimated from the data."),
            Map.entry("logit", "Logit: Wald interval of the log-odds, sessions taken as independent."),
            Map.entry(
                    "mid-p",
                    "Mid-P: exact interval that counts the observed result half, sessions taken as independent."),
            Map.entry("stated", "Stated: exact interval widened by the design effect that was stated."),
            Map.entry(
                    "stabilized",
                    "Stabilized: as Korn-Graubard, but where events are few the design effect leans on what patients "
                            + "of differing propensity would cause."),
            Map.entry("wilson", "Wilson: score interval, sessions taken as independent.")));

    private final Page page;

    RateDefinitions(Page page) {
        this.page = page;
    }

    void write(List<EventRate> rates, List<EventSeverity> severity, RunSettings settings) {
        events(rates);
        page.item(Percent.exact(settings.confidence()) + " intervals, method " + settings.interval() + ", with "
                + "sessions " + clustered(settings.cluster()) + ". " + designEffect(settings)
                + methods(Stream.concat(rates.stream(), severity.stream().flatMap(RateDefinitions::rates))));
        page.item("Design effect: how many sessions it takes to tell as much as one independent session; above 1 "
                + "where events gather in a few patients.");
        page.item("Frequency words are those of the CIOMS (Council for International Organizations of Medical "
                + "Sciences): very common from 1 in 10, common from 1 in 100, uncommon from 1 in 1,000, rare from "
                + "1 in 10,000, very rare below. CIOMS counts patients; here the words are used per session.");
        if (!severity.isEmpty()) {
            page.item(
                    "Grades are the general ones of CTCAE v5 (Common Terminology Criteria for Adverse Events): 1 mild, "
                            + "2 moderate, 3 severe, 4 life-threatening, 5 fatal. Where an event is graded, a cell of 1 is mild.");
        }
        clusters(rates, settings);
        mostUnrecorded(rates).ifPresent(this::unrecorded);
    }

    private static String designEffect(RunSettings settings) {
        return settings.designEffect() == null
                ? "Where events are too few to show how much patients differ, their log-odds of an event are taken to "
                        + "have a standard deviation of " + Quantity.plain(settings.heterogeneity()) + "."
                : "The design effect of " + Quantity.plain(settings.designEffect()) + " was stated.";
    }

    private void events(List<EventRate> rates) {
        String major = rates.stream()
                .filter(rate -> rate.stratum().isOverall() && "major".equals(rate.severity()))
                .filter(rate -> !Names.isComposite(rate.event()))
                .map(rate -> Names.event(rate.event()))
                .collect(Collectors.joining(", "));
        page.item("Any event is yes where one kind of event is yes, and no only where every kind in the export is "
                + "recorded as no. "
                + (major.isEmpty() ? "No event counts as major." : "Major: " + major + "; all others are minor."));
    }

    /** How sessions are taken, "clustered by patient". */
    static String clustered(String cluster) {
        return "none".equals(cluster) ? "taken as independent" : "clustered by " + cluster.replace(",", " and ");
    }

    private static Stream<EventRate> rates(EventSeverity severity) {
        EventSeverity.Durations durations = severity.durations();
        Stream<EventRate> grades = severity.atLeast().stream().map(EventSeverity.AtLeast::rate);
        return durations == null
                ? grades
                : Stream.concat(grades, durations.classes().stream().map(EventSeverity.ClassRate::rate));
    }

    private static String methods(Stream<EventRate> rates) {
        List<String> used = rates.flatMap(RateDefinitions::intervals)
                .map(ProportionInterval::method)
                .distinct()
                .toList();
        return METHODS.entrySet().stream()
                .filter(method -> used.contains(method.getKey()))
                .map(method -> " " + method.getValue())
                .collect(Collectors.joining());
    }

    private static Stream<ProportionInterval> intervals(EventRate rate) {
        if (!(rate.estimate() instanceof Estimated<EventRate.Figures> estimated)) {
            return Stream.empty();
        }
        EventRate.Figures figures = estimated.value();
        Stream<ProportionInterval> needles =
                figures.perThousandNeedles() instanceof Estimated<EventRate.NeedleRate> needleRate
                        ? Stream.of(needleRate.value().interval())
                        : Stream.empty();
        return Stream.concat(Stream.of(figures.interval(), figures.patientInterval()), needles);
    }

    private void clusters(List<EventRate> rates, RunSettings settings) {
        rates.stream()
                .filter(rate -> rate.stratum().isOverall())
                .flatMap(RateDefinitions::intervals)
                .flatMap(interval -> Optional.ofNullable(interval.clustering()).stream())
                .map(Clustering::clusters)
                .min(Comparator.naturalOrder())
                .filter(clusters -> clusters < FEW_CLUSTERS)
                .ifPresent(clusters -> page.item("Few clusters: some interval rests on no more than "
                        + Quantity.of(clusters, "cluster") + " ("
                        + settings.cluster().replace(",", " and ")
                        + "), so its width is itself uncertain."));
    }

    private static Optional<EventRate> mostUnrecorded(List<EventRate> rates) {
        return rates.stream()
                .filter(rate -> rate.stratum().isOverall() && rate.counts().notRecorded() > 0)
                .filter(rate -> rate.estimate() instanceof Estimated)
                .max(Comparator.comparingLong(rate -> rate.counts().notRecorded()));
    }

    private void unrecorded(EventRate rate) {
        long unrecorded = rate.counts().notRecorded();
        long all = unrecorded + rate.counts().denominator();
        page.item("Least recorded is " + Names.event(rate.event()) + ": without an answer at "
                + Quantity.count(unrecorded) + " of " + Quantity.of(all, "session") + " ("
                + Percent.of((double) unrecorded / all) + ").");
    }
}
