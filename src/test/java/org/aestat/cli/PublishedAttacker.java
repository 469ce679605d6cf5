package org.aestat.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Tries to recover withheld counts from a published result in JSON and nothing else. Everything that is known of the
 * counts is a linear constraint: sums over strata, sums within a row, composites and their parts, the ranges stated,
 * and rates times denominators.
 */
final class PublishedAttacker {

    private static final double EPSILON = 1e-7;
    private static final int STEPS = 20_000;
    private static final double MOST = 1e6;
    private static final double ROUNDING = 1e-6;

    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final Map<String, Double> known = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Map<String, double[]> ranges = new LinkedHashMap<>();

    private record Sum(Map<String, Double> weights, Relationship relationship, double value) {}

    PublishedAttacker(JsonResult published) {
        List<JsonResult> strata = published.list("strata");
        for (JsonResult stratum : strata) {
            count("sessions", stratum, stratum, "sessions");
        }
        overStrata("sessions", strata);
        rows(published);
        if (published.get("rates") != null) {
            rates(published.list("rates"));
        }
        if (published.get("soreness") != null) {
            for (JsonResult row : published.list("soreness")) {
                count("curve", row, row, "sessions");
                unknown(key("outside", row));
                equal(Map.of(key("curve", row), 1.0, key("outside", row), 1.0, key("sessions", row), -1.0));
            }
            overStrata("curve", published.list("soreness"));
            overStrata("outside", published.list("soreness"));
        }
        if (published.get("relief") != null) {
            for (JsonResult row : published.list("relief")) {
                count("courses", row, row, "courses");
                count("relieved", row, row, "relieved");
                unknown(key("others", row));
                equal(Map.of(key("relieved", row), 1.0, key("others", row), 1.0, key("courses", row), -1.0));
            }
            for (String part : List.of("courses", "relieved", "others")) {
                overStrata(part, published.list("relief"));
            }
        }
    }

    private void rows(JsonResult published) {
        JsonResult rows = published.object("rows");
        for (String name : List.of("read", "used", "excluded", "rejected")) {
            value("rows " + name, rows.get(name));
        }
        equal(Map.of("rows used", 1.0, "rows excluded", 1.0, "rows rejected", 1.0, "rows read", -1.0));
        equal(Map.of("rows used", 1.0, "sessions {}", -1.0));
    }

    private void rates(List<JsonResult> rates) {
        Map<Object, List<JsonResult>> strata = new LinkedHashMap<>();
        Map<Object, List<JsonResult>> events = new LinkedHashMap<>();
        for (JsonResult rate : rates) {
            String event = (String) rate.get("event");
            strata.computeIfAbsent(rate.get("stratum"), stratum -> new ArrayList<>())
                    .add(rate);
            events.computeIfAbsent(event, name -> new ArrayList<>()).add(rate);
            count(event + " yes", rate, rate, "events");
            count(event + " assessed", rate, rate, "denominator");
            count(event + " missing", rate, rate, "notRecorded");
            String yes = key(event + " yes", rate);
            String no = key(event + " no", rate);
            String assessed = key(event + " assessed", rate);
            unknown(no);
            equal(Map.of(yes, 1.0, no, 1.0, assessed, -1.0));
            equal(Map.of(assessed, 1.0, key(event + " missing", rate), 1.0, key("sessions", rate), -1.0));
            if (rate.number("rate", "from") != null) {
                relate(Map.of(yes, 1.0, assessed, -rate.number("rate", "from") + EPSILON), Relationship.GEQ, 0);
                relate(Map.of(yes, 1.0, assessed, -rate.number("rate", "to") - EPSILON), Relationship.LEQ, 0);
            }
        }
        events.forEach((event, list) -> {
            for (String part : List.of(" yes", " no", " missing", " assessed")) {
                overStrata(event + part, list);
            }
        });
        strata.values().forEach(this::composites);
    }

    private void composites(List<JsonResult> rates) {
        for (String composite : List.of("any", "any_minor", "any_major")) {
            List<JsonResult> parts = rates.stream()
                    .filter(rate -> !((String) rate.get("event")).startsWith("any"))
                    .filter(rate -> composite.equals("any") || composite.equals("any_" + rate.get("severity")))
                    .toList();
            JsonResult row = rates.stream()
                    .filter(rate -> composite.equals(rate.get("event")))
                    .findFirst()
                    .orElseThrow();
            if (parts.isEmpty()) {
                continue;
            }
            Map<String, Double> yes = new LinkedHashMap<>(Map.of(key(composite + " yes", row), -1.0));
            Map<String, Double> notNo = new LinkedHashMap<>(
                    Map.of(key(composite + " yes", row), -1.0, key(composite + " missing", row), -1.0));
            for (JsonResult part : parts) {
                String event = (String) part.get("event");
                relate(Map.of(key(composite + " yes", row), 1.0, key(event + " yes", row), -1.0), Relationship.GEQ, 0);
                relate(Map.of(key(event + " no", row), 1.0, key(composite + " no", row), -1.0), Relationship.GEQ, 0);
                yes.put(key(event + " yes", row), 1.0);
                notNo.put(key(event + " yes", row), 1.0);
                notNo.put(key(event + " missing", row), 1.0);
            }
            relate(yes, Relationship.GEQ, 0);
            relate(notNo, Relationship.GEQ, 0);
        }
        JsonResult any = rates.get(0);
        relate(
                Map.of(
                        key("any_minor yes", any), 1.0,
                        key("any_major yes", any), 1.0,
                        key("any yes", any), -1.0),
                Relationship.GEQ,
                0);
        for (String composite : List.of("any_minor", "any_major")) {
            relate(Map.of(key("any yes", any), 1.0, key(composite + " yes", any), -1.0), Relationship.GEQ, 0);
            relate(Map.of(key(composite + " no", any), 1.0, key("any no", any), -1.0), Relationship.GEQ, 0);
        }
    }

    static String key(String part, JsonResult row) {
        return part + " " + row.get("stratum");
    }

    private void overStrata(String part, List<JsonResult> rows) {
        if (rows.size() > 1) {
            Map<String, Double> sum = new LinkedHashMap<>();
            rows.forEach(row ->
                    sum.put(key(part, row), row.object("stratum").entries().isEmpty() ? -1.0 : 1.0));
            equal(sum);
        }
    }

    private void count(String part, JsonResult stratum, JsonResult row, String name) {
        value(key(part, stratum), row.get(name));
    }

    private void value(String name, Object value) {
        if (value instanceof Double number) {
            known.put(name, number);
        } else {
            JsonResult range = new JsonResult((Map<?, ?>) value);
            unknown(name);
            relate(Map.of(name, 1.0), Relationship.GEQ, range.number("from"));
            if (range.number("to") != null) {
                relate(Map.of(name, 1.0), Relationship.LEQ, range.number("to"));
            }
        }
    }

    private void unknown(String name) {
        unknowns.putIfAbsent(name, unknowns.size());
    }

    private void equal(Map<String, Double> weights) {
        relate(weights, Relationship.EQ, 0);
    }

    private void relate(Map<String, Double> weights, Relationship relationship, double value) {
        sums.add(new Sum(weights, relationship, value));
    }

    /** The range of a count that is left when every constraint was applied to the ranges of the others, to the end. */
    double[] range(String name) {
        if (ranges.isEmpty()) {
            narrow();
        }
        double[] range = ranges.get(name);
        return new double[] {range[0], range[1]};
    }

    private void narrow() {
        known.forEach((name, value) -> ranges.put(name, new double[] {value, value}));
        unknowns.keySet().forEach(name -> ranges.put(name, new double[] {0, MOST}));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) {
                for (String name : sum.weights().keySet()) {
                    changed |= narrow(sum, name);
                }
            }
        }
    }

    private boolean narrow(Sum sum, String name) {
        double least = sum.value();
        double most = sum.value();
        for (Map.Entry<String, Double> other : sum.weights().entrySet()) {
            if (!other.getKey().equals(name)) {
                double[] range = ranges.get(other.getKey());
                double weight = other.getValue();
                most -= weight * range[weight > 0 ? 0 : 1];
                least -= weight * range[weight > 0 ? 1 : 0];
            }
        }
        double weight = sum.weights().get(name);
        boolean below = sum.relationship() != Relationship.GEQ;
        boolean above = sum.relationship() != Relationship.LEQ;
        double lower = weight > 0 ? (above ? least / weight : 0) : (below ? most / weight : 0);
        double upper = weight > 0 ? (below ? most / weight : MOST) : (above ? least / weight : MOST);
        double[] range = ranges.get(name);
        boolean changed = false;
        if (Math.ceil(lower - ROUNDING) > range[0]) {
            range[0] = Math.ceil(lower - ROUNDING);
            changed = true;
        }
        if (Math.floor(upper + ROUNDING) < range[1]) {
            range[1] = Math.floor(upper + ROUNDING);
            changed = true;
        }
        return changed;
    }

    /**
     * The smallest and largest value by linear programming, which uses all constraints at once.
     *
     * @param name the count
     * @param truth all counts as they are, from which the search starts; they decide nothing about the answer
     */
    double[] exactRange(String name, Map<String, Double> truth) {
        double[] range = range(name);
        return range[0] == range[1]
                ? range
                : new double[] {
                    truth.get(name) + best(name, GoalType.MINIMIZE, truth),
                    truth.get(name) + best(name, GoalType.MAXIMIZE, truth)
                };
    }

    private double best(String name, GoalType goal, Map<String, Double> truth) {
        List<String> open = unknowns.keySet().stream()
                .filter(unknown -> ranges.get(unknown)[0] < ranges.get(unknown)[1])
                .toList();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Sum sum : sums) {
            double[] weights = new double[2 * open.size()];
            double value = sum.value();
            for (Map.Entry<String, Double> weight : sum.weights().entrySet()) {
                value -= weight.getValue() * truth.get(weight.getKey());
                int place = open.indexOf(weight.getKey());
                if (place >= 0) {
                    weights[2 * place] += weight.getValue();
                    weights[2 * place + 1] -= weight.getValue();
                }
            }
            if (Arrays.stream(weights).anyMatch(weight -> weight != 0)) {
                if (sum.relationship() != Relationship.GEQ) {
                    constraints.add(new LinearConstraint(weights, Relationship.LEQ, Math.max(0, value)));
                }
                if (sum.relationship() != Relationship.LEQ) {
                    double[] negative =
                            Arrays.stream(weights).map(weight -> -weight).toArray();
                    constraints.add(new LinearConstraint(negative, Relationship.LEQ, Math.max(0, -value)));
                }
            }
        }
        for (int i = 0; i < open.size(); i++) {
            for (int sign = 0; sign < 2; sign++) {
                double[] bound = new double[2 * open.size()];
                bound[2 * i + sign] = 1;
                bound[2 * i + 1 - sign] = -1;
                double to = Math.abs(ranges.get(open.get(i))[1 - sign] - truth.get(open.get(i)));
                constraints.add(new LinearConstraint(bound, Relationship.LEQ, to));
            }
        }
        double[] objective = new double[2 * open.size()];
        objective[2 * open.indexOf(name)] = 1;
        objective[2 * open.indexOf(name) + 1] = -1;
        return new SimplexSolver(EPSILON)
                .optimize(
                        new MaxIter(STEPS),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }
}
