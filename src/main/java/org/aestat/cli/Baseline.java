package org.aestat.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.pipeline.DataRequest;
import org.aestat.render.StoredJsonException;
import org.aestat.render.StoredResult;
import org.aestat.result.CheckResult;
import org.aestat.result.EarlierResult;
import org.aestat.result.Stratum;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Observation;
import org.aestat.safety.Policy;
import org.aestat.safety.RateChange;
import org.aestat.safety.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The earlier result that rates are compared with.
 *
 * @param file its name
 * @param sha256 of its bytes
 * @param earlier what it says
 * @param policy the policy of this run
 */
record Baseline(String file, String sha256, EarlierResult earlier, Policy policy) {

    private static final String CHECK = "check";

    /**
     * The earlier result in a file.
     *
     * @throws UsageException if it is no result
     */
    static Baseline read(String file, Policy policy, Path directory) {
        try {
            byte[] bytes = new SmallFile("--baseline", file).bytes(directory);
            EarlierResult earlier = StoredResult.read(new String(bytes, StandardCharsets.UTF_8));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Baseline(file, digest, earlier, policy);
        } catch (StoredJsonException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses a policy that compares rates without an earlier result. */
    static void refuseMissing(Policy policy) {
        for (Threshold threshold : policy.thresholds()) {
            if (threshold.metric().kind() == Kind.CHANGE) {
                throw new UsageException(policy.file() + ", line "
                        + threshold.lines().metric() + ": " + threshold.metric().text()
                        + " needs an earlier result; give it with --baseline RESULT.json.");
            }
        }
    }

    /**
     * Refuses an earlier result that this run cannot be compared with.
     *
     * @param settings the choices of the run
     * @param request the data
     */
    void check(CheckSettings settings, DataRequest request) {
        EarlierResult.Settings before = earlier.settings();
        AnalysisSettings now = settings.ofRun();
        String major = major(Version.number());
        if (!major(earlier.version()).equals(major)) {
            throw refused("it is of aestat " + earlier.version() + ", this is " + Version.number());
        }
        if (isCheck() && !policy.sha256().equals(earlier.policySha256())) {
            throw refused("it is of another policy");
        }
        same("--interval", before.interval(), now.interval().label());
        same("--heterogeneity", before.heterogeneity(), now.heterogeneity());
        same("--design-effect", before.designEffect(), now.designEffect());
        if (isCheck()) {
            same("confidence", before.confidence(), now.confidence());
            same("cluster", before.cluster(), now.cluster().label());
        }
        for (Threshold threshold : policy.thresholds()) {
            if (threshold.metric().kind() == Kind.CHANGE) {
                check(threshold, request);
            }
        }
    }

    private void check(Threshold threshold, DataRequest request) {
        EarlierResult.Settings before = earlier.settings();
        Set<String> where =
                filters(request.where().stream().map(condition -> condition.column() + "=" + condition.value()));
        if (!isCheck()) {
            same("confidence", before.confidence(), threshold.rule().confidence());
            same("cluster", before.cluster(), threshold.rule().cluster());
            same("by", folded(before.by()), folded(threshold.by()));
            where.addAll(filters(threshold.where().stream()
                    .flatMap(filter -> filter.values().stream().map(value -> filter.column() + "=" + value))));
        }
        same("--where", filters(before.where().stream()), where);
        EarlierResult.Group group = group(threshold);
        if (group == null) {
            throw refused("it has no rate(" + threshold.metric().argument() + ")"
                    + (isCheck() ? " with the same 'where' and 'by' as '" + threshold.name() + "'" : ""));
        }
        for (EarlierResult.Rate rate : group.strata()) {
            try {
                RateChange.earlier(rate).bounds().upper(threshold.rule().confidence());
            } catch (IllegalArgumentException e) {
                throw refused("a figure of it is impossible: " + e.getMessage());
            }
        }
    }

    private boolean isCheck() {
        return earlier.command().equals(CHECK);
    }

    private void same(String what, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            throw refused(what + " was " + shown(before) + " then and is " + shown(now) + " now");
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.toString().equals("[]") ? "not given" : value.toString();
    }

    /** The rates that a threshold compares with; in an earlier check those of a threshold on the rate itself. */
    private EarlierResult.@Nullable Group group(Threshold threshold) {
        String event = threshold.metric().argument();
        Set<String> names = policy.thresholds().stream()
                .filter(other -> other.metric().kind() == Kind.RATE
                        && other.metric().argument().equals(event)
                        && other.where().equals(threshold.where())
                        && other.by().equals(threshold.by())
                        && other.rule().confidence() == threshold.rule().confidence()
                        && other.rule().cluster().equals(threshold.rule().cluster()))
                .map(Threshold::name)
                .collect(Collectors.toSet());
        return earlier.rates().stream()
                .filter(rates ->
                        rates.event().equals(event) && (rates.threshold() == null || names.contains(rates.threshold())))
                .findFirst()
                .orElse(null);
    }

    /**
     * The earlier rate that a threshold compares with, null where there was no such stratum.
     *
     * @param name the name of the threshold
     * @param stratum the sessions
     */
    @Nullable
    Observation earlier(String name, Stratum stratum) {
        EarlierResult.Group group = policy.thresholds().stream()
                .filter(threshold -> threshold.name().equals(name))
                .findFirst()
                .map(this::group)
                .orElseThrow();
        return group.strata().stream()
                .filter(rate -> rate.stratum().values().equals(stratum.values())
                        && folded(rate.stratum().columns()).equals(folded(stratum.columns())))
                .findFirst()
                .map(RateChange::earlier)
                .orElse(null);
    }

    /** How results name it. */
    CheckResult.Baseline named() {
        return new CheckResult.Baseline(file, sha256);
    }

    private static Set<String> filters(Stream<String> filters) {
        return filters.map(Baseline::folded).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> folded(List<String> columns) {
        return columns.stream().map(Baseline::folded).toList();
    }

    /** A filter or column whose name is written in the way of columns. */
    private static String folded(String text) {
        int sign = text.indexOf('=');
        String column = sign < 0 ? text : text.substring(0, sign);
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_") + text.substring(column.length());
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }

    private UsageException refused(String why) {
        return refused(file, why);
    }

    private static UsageException refused(String file, String why) {
        return new UsageException("--baseline: '" + file + "' cannot be used: " + why + ".");
    }
}
