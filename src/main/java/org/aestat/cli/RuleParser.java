package org.aestat.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.NearestName;
import org.aestat.csv.TomlSection;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Certainty;
import org.aestat.safety.Threshold.Adjust;
import org.aestat.safety.Threshold.Evidence;
import org.aestat.safety.Threshold.Rule;
import org.aestat.safety.Threshold.Severity;
import org.aestat.safety.Threshold.WhenOpen;
import org.jspecify.annotations.Nullable;

/** Reads what a policy asks of the data, of a threshold or of all by default. */
final class RuleParser {

    private static final List<String> KEYS =
            List.of("confidence", "cluster", "evidence", "inconclusive", "severity", "adjust");
    private static final double LEAST = 0.5;
    private static final double MOST = 0.9999;
    private static final double USUAL = 0.95;

    private final double confidence;
    private final ClusterLevel cluster;
    private final @Nullable Evidence evidence;
    private final @Nullable WhenOpen inconclusive;
    private final Severity severity;
    private final Adjust adjust;

    /**
     * A parser.
     *
     * @param defaults what holds where a threshold says nothing, or null
     */
    RuleParser(@Nullable TomlSection defaults) {
        if (defaults != null) {
            defaults.allowOnly(KEYS);
        }
        confidence = confidence(defaults, USUAL);
        cluster = cluster(defaults, ClusterLevel.PATIENT);
        evidence = evidence(defaults, null);
        inconclusive = inconclusive(defaults, null);
        severity = severity(defaults, Severity.ERROR);
        adjust = adjust(defaults, Adjust.HOLM);
    }

    double confidence() {
        return confidence;
    }

    String cluster() {
        return cluster.label();
    }

    /**
     * The rule of a threshold.
     *
     * @param section the threshold
     * @param metric its metric
     * @param noEvidence makes the exception for a threshold that does not say its evidence
     */
    Rule of(TomlSection section, Metric metric, Function<String, RuntimeException> noEvidence) {
        Evidence asked = evidence(section, evidence);
        if (metric.isFact()) {
            if (section.has("evidence") && asked != Evidence.POINT) {
                throw section.at(
                        "evidence",
                        metric.kind().label() + " is a fact about the export and has no bounds; leave evidence out, or"
                                + " write \"point\".");
            }
            asked = Evidence.POINT;
        }
        if (asked == null) {
            throw noEvidence.apply("the threshold needs evidence, here or in [defaults]; expected "
                    + choices(Evidence.values(), Evidence::label) + ".");
        }
        if (section.has("cluster") && metric.kind().certainty() != Certainty.SESSIONS) {
            throw section.at(
                    "cluster",
                    metric.kind().label() + (metric.isFact() ? " has no bounds" : " goes by patients")
                            + "; cluster is for rate(EVENT) alone.");
        }
        WhenOpen open = inconclusive(section, inconclusive);
        return new Rule(
                asked,
                confidence(section, confidence),
                cluster(section, cluster).label(),
                adjust(section, adjust),
                severity(section, severity),
                open == null ? usual(asked) : open,
                section.has("inconclusive"));
    }

    private static WhenOpen usual(Evidence evidence) {
        return evidence == Evidence.NOT_EXCEEDED ? WhenOpen.PASS : WhenOpen.FAIL;
    }

    private static double confidence(@Nullable TomlSection section, double otherwise) {
        String key = "confidence";
        if (section == null || !section.has(key)) {
            return otherwise;
        }
        if (section.isNumber(key) && section.number(key) >= LEAST && section.number(key) <= MOST) {
            return section.number(key);
        }
        String written = section.isNumber(key) ? section.cell(key) + " is no level; " : "";
        throw section.at(key, written + "expected a number from 0.5 to 0.9999 for 'confidence' (95 % is 0.95).");
    }

    private static ClusterLevel cluster(@Nullable TomlSection section, ClusterLevel otherwise) {
        ClusterLevel named = named(section, "cluster", ClusterLevel.values(), ClusterLevel::label);
        return named == null ? otherwise : named;
    }

    private static @Nullable Evidence evidence(@Nullable TomlSection section, @Nullable Evidence otherwise) {
        Evidence named = named(section, "evidence", Evidence.values(), Evidence::label);
        return named == null ? otherwise : named;
    }

    private static @Nullable WhenOpen inconclusive(@Nullable TomlSection section, @Nullable WhenOpen otherwise) {
        WhenOpen named = named(section, "inconclusive", WhenOpen.values(), WhenOpen::label);
        return named == null ? otherwise : named;
    }

    private static Severity severity(@Nullable TomlSection section, Severity otherwise) {
        Severity named = named(section, "severity", Severity.values(), Severity::label);
        return named == null ? otherwise : named;
    }

    private static Adjust adjust(@Nullable TomlSection section, Adjust otherwise) {
        Adjust named = named(section, "adjust", Adjust.values(), Adjust::label);
        return named == null ? otherwise : named;
    }

    private static <E> @Nullable E named(
            @Nullable TomlSection section, String key, E[] values, Function<E, String> label) {
        if (section == null || !section.has(key)) {
            return null;
        }
        String written = section.isText(key) ? section.text(key) : "";
        String word = key.equals("cluster") ? ClusterLevel.inOrder(written) : written;
        List<String> labels = Arrays.stream(values).map(label).toList();
        int place = labels.indexOf(word);
        if (place < 0) {
            throw section.at(
                    key,
                    "expected " + choices(values, label) + " for '" + key + "'."
                            + (written.isEmpty() ? "" : NearestName.suggestion(written, labels)));
        }
        return values[place];
    }

    private static <E> String choices(E[] values, Function<E, String> label) {
        List<String> words = Arrays.stream(values)
                .map(value -> '"' + label.apply(value) + '"')
                .toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
