package org.aestat.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aestat.csv.NearestName;
import org.aestat.csv.TomlSection;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Surveillance;
import org.aestat.safety.Threshold;
import org.aestat.safety.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a policy watches as data grow.
 *
 * @param section the table {@code [sequential]}
 * @param line the line at which it begins
 * @param all the thresholds of the policy
 */
record SequentialParser(TomlSection section, int line, List<Threshold> all) {

    private static final String METHOD = "method";
    private static final String THRESHOLDS = "thresholds";
    private static final String FROM = "from";
    private static final String STATE = "state";
    private static final String ALPHA = "alpha";
    private static final String LENGTH = "length";
    private static final String FEWEST = "fewest_events";
    private static final String RATIO = "ratio";
    private static final String RUN_LENGTH = "run_length";
    private static final List<String> METHODS = List.of(Watch.POISSON, Watch.BINOMIAL, Watch.CUSUM);
    private static final Set<String> OF_MAXSPRT = Set.of(ALPHA, LENGTH, FEWEST);
    private static final Set<String> OF_CUSUM = Set.of(RATIO, RUN_LENGTH);
    private static final double USUAL_ALPHA = 0.05;
    private static final double MOST_ALPHA = 0.5;
    private static final int USUAL_FEWEST = 4;
    private static final double USUAL_RATIO = 2;
    private static final double MOST_SESSIONS = 1e9;

    Surveillance parse() {
        section.allowOnly(List.of(METHOD, THRESHOLDS, FROM, STATE, ALPHA, LENGTH, FEWEST, RATIO, RUN_LENGTH));
        String method = method();
        boolean cusum = method.equals(Watch.CUSUM);
        for (String key : section.keys()) {
            if ((cusum ? OF_MAXSPRT : OF_CUSUM).contains(key)) {
                throw section.at(key, "'" + key + "' is not for " + method + ".");
            }
        }
        double ratio = ratio();
        double runLength = amount(cusum, RUN_LENGTH);
        double alpha = alpha();
        long length = (long) amount(!cusum, LENGTH);
        int fewest = fewest();
        List<Watch> watches = new ArrayList<>();
        for (Threshold threshold : watched()) {
            try {
                watches.add(
                        switch (method) {
                            case Watch.CUSUM -> Watch.cusum(threshold, ratio, runLength);
                            case Watch.BINOMIAL -> Watch.binomial(threshold, length, alpha, fewest);
                            default -> Watch.poisson(threshold, length, alpha, fewest);
                        });
            } catch (IllegalArgumentException e) {
                throw section.at(
                        METHOD, "there is no such test of '" + threshold.name() + "': " + e.getMessage() + ".");
            }
        }
        String plan = cusum
                ? method + " ratio " + ratio + " run_length " + runLength
                : method + " alpha " + alpha + " length " + length + " fewest_events " + fewest;
        return new Surveillance(watches, plan, from(), section.has(STATE) ? section.text(STATE) : null, line);
    }

    private String method() {
        String choices = "\"maxsprt-poisson\", \"maxsprt-binomial\" or \"cusum\"";
        if (!section.has(METHOD)) {
            throw section.refused(line, "[sequential] has no 'method'; expected " + choices + ".");
        }
        String method = section.text(METHOD);
        if (!METHODS.contains(method)) {
            throw section.at(
                    METHOD, "expected " + choices + " for 'method'." + NearestName.suggestion(method, METHODS));
        }
        return method;
    }

    private double alpha() {
        if (!section.has(ALPHA)) {
            return USUAL_ALPHA;
        }
        if (section.isNumber(ALPHA) && section.number(ALPHA) > 0 && section.number(ALPHA) <= MOST_ALPHA) {
            return section.number(ALPHA);
        }
        throw section.at(ALPHA, "expected a probability above 0 and at most 0.5 for 'alpha' (5 % is 0.05).");
    }

    private int fewest() {
        return section.has(FEWEST) ? (int) whole(FEWEST, "events") : USUAL_FEWEST;
    }

    private double ratio() {
        if (!section.has(RATIO)) {
            return USUAL_RATIO;
        }
        if (section.isNumber(RATIO) && section.number(RATIO) > 1) {
            return section.number(RATIO);
        }
        throw section.at(RATIO, "expected an odds ratio above 1 for 'ratio'.");
    }

    private double amount(boolean needed, String key) {
        if (!needed) {
            return 0;
        }
        if (!section.has(key)) {
            throw section.at(METHOD, "'" + key + "' is missing; expected a number of sessions.");
        }
        return whole(key, "sessions");
    }

    private double whole(String key, String what) {
        if (section.isNumber(key)
                && section.number(key) >= 1
                && section.number(key) <= MOST_SESSIONS
                && section.number(key) == Math.rint(section.number(key))) {
            return section.number(key);
        }
        throw section.at(key, "expected a whole number of " + what + " from 1 for '" + key + "'.");
    }

    private @Nullable LocalDate from() {
        if (!section.has(FROM)) {
            return null;
        }
        try {
            return LocalDate.parse(section.cell(FROM));
        } catch (DateTimeException e) {
            throw section.at(FROM, "expected a date such as 2025-01-31 for 'from'.");
        }
    }

    private List<Threshold> watched() {
        if (!section.has(THRESHOLDS)) {
            List<Threshold> able = all.stream()
                    .filter(threshold -> hindrance(threshold).isEmpty())
                    .toList();
            if (able.isEmpty()) {
                throw section.refused(
                        line,
                        "no threshold can be watched; expected one on rate(EVENT) with 'below' and without 'by'.");
            }
            return able;
        }
        List<Threshold> watched = new ArrayList<>();
        List<String> names = all.stream().map(Threshold::name).toList();
        for (String name : new LinkedHashSet<>(section.texts(THRESHOLDS))) {
            int place = names.indexOf(name.strip());
            if (place < 0) {
                throw section.at(
                        THRESHOLDS,
                        "the policy has no threshold '" + name + "'." + NearestName.suggestion(name, names));
            }
            String hindrance = hindrance(all.get(place));
            if (!hindrance.isEmpty()) {
                throw section.at(
                        THRESHOLDS,
                        "'" + name + "' cannot be watched: it " + hindrance
                                + "; expected a threshold on rate(EVENT) with 'below' and without 'by'.");
            }
            watched.add(all.get(place));
        }
        return watched;
    }

    private static String hindrance(Threshold threshold) {
        if (threshold.metric().kind() != Kind.RATE) {
            return "is on " + threshold.metric().text();
        }
        if (threshold.side() != Side.BELOW) {
            return "has 'above'";
        }
        return threshold.by().isEmpty() ? "" : "has 'by'";
    }
}
