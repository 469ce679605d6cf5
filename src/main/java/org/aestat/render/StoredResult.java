package org.aestat.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.result.EarlierResult;
import org.aestat.result.EarlierResult.Group;
import org.aestat.result.EarlierResult.Rate;
import org.aestat.result.EarlierResult.Settings;
import org.aestat.result.ProportionInterval;
import org.aestat.result.ProportionInterval.Clustering;
import org.aestat.result.Stratum;
import org.jspecify.annotations.Nullable;

/** Reads stored results of the schema {@code aestat-result/1}, as far as later ones are compared with them. */
public final class StoredResult {

    private static final String CHECK = "check";
    private static final String PATIENT = "patient";
    private static final Set<String> WITH_RATES = Set.of("rates", "report", CHECK);

    private StoredResult() {}

    /**
     * The result in a text.
     *
     * @throws StoredJsonException if it is no result, or none with rates
     */
    public static EarlierResult read(String text) {
        StoredObject result = StoredObject.of(text);
        if (!result.text("schema").equals(JsonDocument.SCHEMA)) {
            throw new StoredJsonException("its schema is not " + JsonDocument.SCHEMA);
        }
        StoredObject tool = result.object("tool");
        if (!tool.text("name").equals("aestat")) {
            throw new StoredJsonException("it is not a result of aestat");
        }
        String command = result.text("command");
        if (!WITH_RATES.contains(command)) {
            throw new StoredJsonException("it is a result of '" + command + "', not of rates, report or check");
        }
        Set<String> inputs = new HashSet<>();
        result.objects("inputs").forEach(input -> inputs.add(input.text("sha256")));
        boolean check = command.equals(CHECK);
        try {
            return new EarlierResult(
                    tool.text("version"),
                    command,
                    settings(result.object("settings")),
                    check ? result.object("policy").text("sha256") : null,
                    inputs,
                    result.object("rows").count("used"),
                    check ? ofThresholds(result) : ofRates(result));
        } catch (IllegalArgumentException e) {
            throw new StoredJsonException(String.valueOf(e.getMessage()));
        }
    }

    private static Settings settings(StoredObject settings) {
        return new Settings(
                settings.number("confidence"),
                settings.text("interval"),
                settings.text("cluster"),
                settings.number("heterogeneity"),
                settings.numberIfAny("designEffect"),
                settings.texts("by"),
                settings.texts("where"));
    }

    private static List<Group> ofRates(StoredObject result) {
        Map<String, List<Rate>> byEvent = new LinkedHashMap<>();
        for (StoredObject rate : result.objects("rates")) {
            byEvent.computeIfAbsent(rate.text("event"), event -> new ArrayList<>())
                    .add(rate(rate, rate, rate.count("patientsAssessed")));
        }
        List<Group> groups = new ArrayList<>();
        byEvent.forEach((event, strata) -> groups.add(new Group(null, event, strata)));
        return groups;
    }

    private static List<Group> ofThresholds(StoredObject result) {
        List<Group> groups = new ArrayList<>();
        for (StoredObject threshold : result.objects("thresholds")) {
            String metric = threshold.text("metric");
            if (metric.startsWith("rate(") && metric.endsWith(")")) {
                boolean patients = PATIENT.equals(threshold.textIfAny("cluster"));
                groups.add(new Group(
                        threshold.text("name"),
                        metric.substring("rate(".length(), metric.length() - 1),
                        threshold.objects("verdicts").stream()
                                .map(verdict -> rate(verdict, verdict.object("counts"), clusters(verdict, patients)))
                                .toList()));
            }
        }
        return groups;
    }

    /** Clusters of patients are patients. */
    private static @Nullable Long clusters(StoredObject verdict, boolean patients) {
        return patients && verdict.has("interval") && verdict.object("interval").has("clusters")
                ? verdict.object("interval").count("clusters")
                : null;
    }

    private static Rate rate(StoredObject row, StoredObject counts, @Nullable Long patients) {
        return new Rate(
                stratum(row.object("stratum")),
                counts.count("events"),
                counts.count("denominator"),
                counts.count("notRecorded"),
                patients,
                row.has("interval") ? interval(row.object("interval")) : null,
                row.textIfAny("notEstimable"));
    }

    private static Stratum stratum(StoredObject stratum) {
        List<@Nullable String> values = new ArrayList<>();
        stratum.values().keySet().forEach(column -> values.add(stratum.textIfAny(column)));
        return new Stratum(List.copyOf(stratum.values().keySet()), values);
    }

    private static ProportionInterval interval(StoredObject interval) {
        Clustering clustering = interval.has("clusters")
                ? new Clustering(
                        interval.count("clusters"),
                        interval.numberIfAny("estimatedDesignEffect"),
                        interval.number("designEffect"),
                        interval.number("effectiveSize"))
                : null;
        return new ProportionInterval(
                interval.text("method"),
                interval.number("level"),
                interval.number("lower"),
                interval.number("upper"),
                clustering,
                interval.textIfAny("reason"));
    }
}
