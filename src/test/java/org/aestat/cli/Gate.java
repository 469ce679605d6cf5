package org.aestat.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs {@code aestat check} in a workspace on made-up exports and policies. */
record Gate(Workspace workspace) {

    /** An export of patients with one session each, in groups of a site with events first. */
    Gate sites(Object... siteSessionsEvents) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,site,pneumothorax"));
        for (int i = 0; i < siteSessionsEvents.length; i += 3) {
            String site = (String) siteSessionsEvents[i];
            int sessions = (Integer) siteSessionsEvents[i + 1];
            int events = (Integer) siteSessionsEvents[i + 2];
            for (int session = 0; session < sessions; session++) {
                lines.add(site + session + ",1," + site + "," + (session < events ? "yes" : "no"));
            }
        }
        workspace.file("clinic.csv", lines);
        return this;
    }

    /** An export of one site. */
    Gate sessions(int sessions, int events) {
        return sites("N", sessions, events);
    }

    /** A policy of one threshold; {@code name} is added. */
    Gate threshold(String... lines) {
        List<String> policy = new ArrayList<>(List.of("[[threshold]]", "name = \"T\""));
        policy.addAll(Arrays.asList(lines));
        return policy(policy.toArray(String[]::new));
    }

    Gate policy(String... lines) {
        workspace.file("policy.toml", lines);
        return this;
    }

    /** The demand that a rate be below 0.1 %. */
    Gate pneumothorax(String... further) {
        List<String> lines = new ArrayList<>(List.of("metric = \"rate(pneumothorax)\"", "below = 0.001"));
        lines.addAll(Arrays.asList(further));
        return threshold(lines.toArray(String[]::new));
    }

    CommandLineRun run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", "clinic.csv", "--policy", "policy.toml"));
        arguments.addAll(Arrays.asList(options));
        return workspace.run(arguments.toArray(String[]::new));
    }

    JsonResult json(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--format", "json", "--quiet"));
        arguments.addAll(Arrays.asList(options));
        return run(arguments.toArray(String[]::new)).result();
    }

    /** The only verdict of the only threshold. */
    JsonResult verdict(String... options) {
        JsonResult threshold = json(options).list("thresholds").get(0);
        List<JsonResult> verdicts = threshold.list("verdicts");
        if (verdicts.size() != 1) {
            throw new AssertionError(verdicts.size() + " verdicts");
        }
        return verdicts.get(0);
    }

    /** The verdicts of the only threshold by the value of their stratum. */
    static JsonResult of(JsonResult result, String column, String value) {
        return result.list("thresholds").get(0).row("verdicts", Map.of("stratum", Map.of(column, value)));
    }
}
