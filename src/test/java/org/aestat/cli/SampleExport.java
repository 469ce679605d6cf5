package org.aestat.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A made-up export of a clinic with two sites, the same at every call, with blanks in most columns. */
final class SampleExport {

    static final String HEADER = "session_id,patient_id,session_date,site,therapist,condition,technique,needles,"
            + "bruising,bleeding,pneumothorax,soreness_hours,soreness_resolved,relief,pain_before,pain_after,age";

    /** A policy with a threshold of every kind, none of which fails a gate on the export. */
    static final List<String> POLICY = policy();

    private static final int PATIENTS = 60;

    private SampleExport() {}

    private static List<String> policy() {
        List<String> lines = new ArrayList<>(List.of(
                "[defaults]", "evidence = \"not-exceeded\"", "inconclusive = \"pass\"", "severity = \"warning\""));
        for (String threshold : List.of(
                "rate(bruising), below, 0.3, technique",
                "rate(any_major), below, 0.01, site",
                "patient_rate(bleeding), below, 0.5, site",
                "count(bruising), below, 30, condition",
                "not_recorded(needles), below, 0.1, condition",
                "soreness.resolved_by(36h), above, 0.5, technique",
                "soreness.median_hours, below, 36, therapist",
                "relief.by_session(3), above, 0.2, condition",
                "relief.median_sessions, below, 4, site")) {
            String[] parts = threshold.split(", ");
            lines.add("[[threshold]]");
            lines.add("name = \"" + parts[0] + "\"");
            lines.add("metric = \"" + parts[0] + "\"");
            lines.add(parts[1] + " = " + parts[2]);
            lines.add("by = \"" + parts[3] + "\"");
            lines.add("inconclusive = \"warn\"");
        }
        return Collections.unmodifiableList(lines);
    }

    /** The rows without the header, by patient and date; ids are distinctive. */
    static List<String> rows() {
        Random random = new Random(20250101);
        List<String> rows = new ArrayList<>();
        for (int patient = 0; patient < PATIENTS; patient++) {
            String site = patient % 2 == 0 ? "North" : "South";
            String condition = pick(random, "neck pain", "low back pain", "Schulterschmerz ä", "");
            int sessions = 1 + random.nextInt(6);
            for (int session = 0; session < sessions; session++) {
                rows.add(String.join(
                        ",",
                        "SESSION-QX" + rows.size(),
                        "PATIENT-QX" + patient,
                        "2025-0" + (1 + session) + "-1" + random.nextInt(10),
                        site,
                        pick(random, "Tan", "İnci", "Öz", ""),
                        condition,
                        pick(random, "deep", "superficial"),
                        pick(random, "4", "10", "12", ""),
                        pick(random, "yes", "no", "no", "no", ""),
                        pick(random, "mild", "0", "no", "no", "n/a"),
                        "no",
                        pick(random, "0", "6", "24", "36.5", "48", ""),
                        pick(random, "yes", "yes", "yes", ""),
                        pick(random, "yes", "no", "no", "no", ""),
                        pick(random, "4", "6.5", "8"),
                        pick(random, "1", "3", "5.25", ""),
                        String.valueOf(20 + random.nextInt(60))));
            }
        }
        return Collections.unmodifiableList(rows);
    }

    /** The header and the rows. */
    static List<String> lines() {
        return with(HEADER, rows());
    }

    /** The rows under a header. */
    static List<String> with(String header, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return lines;
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
