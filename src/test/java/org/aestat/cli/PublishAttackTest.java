package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody can tell a small count from what {@code --publish} writes, whichever way the numbers are put together. */
class PublishAttackTest {

    private static final double NEARLY = 0.01;
    private static final List<String> PARTS = List.of("yes", "no", "missing");

    @TempDir
    private Path folder;

    private final Map<String, Double> all = new HashMap<>();
    private long limit;
    private boolean exact;
    private PublishedAttacker attacker;
    private final List<String> told = new ArrayList<>();
    private int small;

    private static List<String> export(long seed) {
        Random random = new Random(seed);
        int sites = 2 + random.nextInt(3);
        double blank = random.nextBoolean() ? 0.01 : 0.12;
        double rare = random.nextBoolean() ? 0.003 : 0.03;
        int patients = 25 + random.nextInt(120);
        List<String> rows = new ArrayList<>(List.of("patient_id,session_number,site,technique,condition,bruising,"
                + "bleeding,fainting,pneumothorax,infection,soreness_hours,soreness_resolved,relief"));
        for (int patient = 0; patient < patients; patient++) {
            int site = (int) Math.floor(sites * Math.pow(random.nextDouble(), 2));
            String condition = random.nextInt(4) == 0 ? "neck" : "back";
            double inclined = random.nextDouble() < 0.1 ? 6 : 0.8;
            int sessions = 1 + random.nextInt(6);
            for (int session = 1; session <= sessions; session++) {
                String technique = random.nextInt(5) == 0 ? "deep" : "";
                rows.add(String.join(
                        ",",
                        "p" + patient,
                        String.valueOf(session),
                        "site" + site,
                        technique,
                        condition,
                        answer(random, 0.12 * inclined, blank),
                        answer(random, 0.06 * inclined, blank),
                        answer(random, rare, blank),
                        answer(random, rare / 3, blank),
                        answer(random, 0, blank),
                        random.nextDouble() < blank ? "" : String.valueOf(6 + 6 * random.nextInt(12)),
                        random.nextInt(20) == 0 ? "no" : "yes",
                        answer(random, 0.3, blank)));
            }
        }
        return rows;
    }

    private static String answer(Random random, double rate, double blank) {
        double draw = random.nextDouble();
        return draw < blank ? "" : draw < blank + rate ? "yes" : "no";
    }

    @ParameterizedTest(name = "seed {0}, --by {1}, --min-cell {2}, all constraints at once {3}")
    @CsvSource({
        "1, site, 10, false",
        "2, site, 10, false",
        "3, site, 10, false",
        "4, site, 5, false",
        "5, technique, 10, false",
        "6, condition, 10, false",
        "7, site;technique, 10, false",
        "8, site;condition, 10, false",
        "9, site;technique;condition, 10, false",
        "10, , 10, false",
        "11, site, 10, false",
        "12, site, 3, false",
        "13, site;technique, 5, false",
        "14, condition, 20, false",
        "15, technique, 10, true",
        "16, site, 10, true",
        "17, condition, 10, true",
        "18, , 10, true",
        "19, site, 5, true",
        "20, site;condition, 5, true"
    })
    void noSmallCountCanBeRecovered(long seed, String by, int minCell, boolean atOnce) {
        limit = minCell;
        exact = atOnce;
        Workspace workspace = new Workspace(folder).file("clinic.csv", export(seed));
        List<String> arguments = new ArrayList<>(List.of("report", "clinic.csv"));
        if (by != null) {
            arguments.addAll(List.of("--by", by.replace(';', ',')));
        }
        JsonResult truth = workspace.json(arguments.toArray(String[]::new));
        arguments.addAll(List.of("--publish", "--min-cell", String.valueOf(minCell)));
        JsonResult published = workspace.json(arguments.toArray(String[]::new));
        attacker = new PublishedAttacker(published);
        known(truth);

        for (JsonResult rate : truth.list("rates")) {
            attack(rate);
        }
        for (JsonResult row : truth.list("soreness")) {
            hidden("curve", row, row.number("sessions"), limit + 1);
            steps(published, row, "soreness", "hours", "resolvedBy", "resolved");
        }
        for (JsonResult row : truth.list("relief")) {
            double courses = row.number("courses");
            hidden("courses", row, courses, limit + 1);
            hidden("relieved", row, row.number("relieved"), limit + 1);
            hidden("others", row, courses - row.number("relieved"), limit + 1);
            steps(published, row, "relief", "session", "relievedBy", "relieved");
        }
        assertThat(told).isEmpty();
        assertThat(small).as("small counts attacked").isPositive();
    }

    private void known(JsonResult truth) {
        JsonResult rows = truth.object("rows");
        for (String name : List.of("read", "used", "excluded", "rejected")) {
            all.put("rows " + name, rows.number(name));
        }
        for (JsonResult rate : truth.list("rates")) {
            String event = (String) rate.get("event");
            double yes = rate.number("events");
            double assessed = rate.number("denominator");
            put(event + " yes", rate, yes);
            put(event + " no", rate, assessed - yes);
            put(event + " assessed", rate, assessed);
            put(event + " missing", rate, rate.number("notRecorded"));
            put("sessions", rate, assessed + rate.number("notRecorded"));
        }
        for (JsonResult row : truth.list("soreness")) {
            put("curve", row, row.number("sessions"));
            put("outside", row, all.get(PublishedAttacker.key("sessions", row)) - row.number("sessions"));
        }
        for (JsonResult row : truth.list("relief")) {
            put("courses", row, row.number("courses"));
            put("relieved", row, row.number("relieved"));
            put("others", row, row.number("courses") - row.number("relieved"));
        }
    }

    private void put(String part, JsonResult row, double value) {
        all.put(PublishedAttacker.key(part, row), value);
    }

    private void attack(JsonResult rate) {
        double yes = rate.number("events");
        double no = rate.number("denominator") - yes;
        double missing = rate.number("notRecorded");
        List<Double> values = List.of(yes, no, missing);
        double assessed = rate.number("patientsAssessed");
        for (int part = 0; part < PARTS.size(); part++) {
            double people = part == 0 ? Math.min(rate.number("patients"), assessed) : part == 1 ? assessed : limit + 1;
            hidden(rate.get("event") + " " + PARTS.get(part), rate, values.get(part), people);
        }
    }

    /**
     * A small count has to be able to be any small number, one of few people to span the limit; at least half of that
     * where all constraints are used at once.
     */
    private void hidden(String part, JsonResult row, double value, double people) {
        if (value < 1 || (value > limit && (people > limit || people < 1))) {
            return;
        }
        small++;
        String name = PublishedAttacker.key(part, row);
        double[] range = exact ? attacker.exactRange(name, all) : attacker.range(name);
        double spanned = Math.min(limit, range[1]) - Math.max(1, range[0]);
        boolean wide = value > limit || exact
                ? (value > limit ? range[1] - range[0] : spanned) > (exact ? limit / 2.0 - 1 : limit) - NEARLY
                : range[0] < 1 + NEARLY && range[1] > limit - NEARLY;
        if (!wide) {
            told.add(PublishedAttacker.key(part, row) + ": " + value + " is from " + range[0] + " to " + range[1]);
        }
    }

    /** Between published points of a curve more happened than the limit, by the whole result. */
    private void steps(JsonResult published, JsonResult row, String list, String at, String shares, String happened) {
        JsonResult shown = published.row(list, Map.of("stratum", row.get("stratum")));
        double from = -1;
        for (JsonResult share : shown.list(shares)) {
            double to = share.number(at.equals("hours") ? "hours" : "sessions");
            double between = 0;
            for (JsonResult point : row.list("curve")) {
                double time = point.number(at);
                between += time > from && time <= to ? point.number(happened) : 0;
            }
            assertThat(between).isGreaterThan(limit);
            assertThat(share.number("share") * 20).isEqualTo(Math.rint(share.number("share") * 20));
            from = to;
        }
    }
}
