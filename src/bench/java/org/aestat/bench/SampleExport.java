package org.aestat.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A made-up export in memory with the columns of {@code src/bench/GenerateExport.java}: patients with 1 to 8 sessions,
 * their visits interleaved by date, 97 % of the answers recorded. Bruising is graded. The same number of sessions gives
 * the same bytes.
 */
public final class SampleExport {

    private static final String HEADER = "session_id,patient_id,session_date,session_number,site,therapist,condition,"
            + "technique,region,needles,pain_before,pain_after,relief,bruising,bleeding,pain_during,"
            + "pain_after_session,fatigue,fainting,dizziness,nausea,pneumothorax,soreness_hours,soreness_resolved\n";
    private static final List<String> CONDITIONS = List.of(
            "neck pain",
            "low back pain",
            "shoulder pain",
            "headache",
            "knee pain",
            "\"hip pain, lateral\"",
            "plantar heel pain",
            "tennis elbow");
    private static final List<String> TECHNIQUES = List.of("deep", "superficial", "electrical");
    private static final List<String> REGIONS = List.of("neck", "thorax", "lumbar", "arm", "leg", "head");
    private static final List<String> GRADES = List.of("mild", "mild", "mild", "moderate", "severe");
    private static final double[] RISKS = {.06, .03, .02, .02, .002, .004, .003, .0001};
    private static final int DAYS = 3_650;

    private final SplittableRandom random = new SplittableRandom(1);
    private final StringBuilder text = new StringBuilder(HEADER);
    private final Patient[] inTreatment;
    private int patients;

    private record Patient(int id, int visits, int[] visit, int condition, int therapist, int pain, double frailty) {}

    private SampleExport(int sessions) {
        inTreatment = new Patient[Math.min(4_096, sessions / 10)];
        for (int session = 1; session <= sessions; session++) {
            int place = random.nextInt(inTreatment.length);
            Patient patient = inTreatment[place];
            if (patient == null || patient.visit[0] == patient.visits) {
                patient = newcomer();
                inTreatment[place] = patient;
            }
            patient.visit[0]++;
            row(session, patient, LocalDate.of(2015, 1, 1).plusDays((long) DAYS * (session - 1) / sessions));
        }
    }

    /** The bytes of an export with this many sessions, at least 10. */
    public static byte[] of(int sessions) {
        return new SampleExport(sessions).text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of an export whose rows come this many times. */
    public static InputStream repeated(byte[] export, int times) {
        int header = HEADER.length();
        Stream<InputStream> rows =
                Stream.generate(() -> new ByteArrayInputStream(export, header, export.length - header));
        Stream<InputStream> all =
                Stream.concat(Stream.of(new ByteArrayInputStream(Arrays.copyOf(export, header))), rows.limit(times));
        return new SequenceInputStream(Collections.enumeration(all.toList()));
    }

    private Patient newcomer() {
        patients++;
        return new Patient(
                patients,
                1 + random.nextInt(8),
                new int[1],
                random.nextInt(CONDITIONS.size()),
                1 + random.nextInt(400),
                3 + random.nextInt(7),
                .25 + 1.5 * random.nextDouble());
    }

    private void row(int session, Patient patient, LocalDate date) {
        int visit = patient.visit[0];
        number('S', session, 9);
        number('P', patient.id, 8);
        cell(date.toString());
        cell(String.valueOf(visit));
        number('C', patient.therapist / 20, 2);
        number('T', patient.therapist, 3);
        cell(CONDITIONS.get(patient.condition));
        cell(any(TECHNIQUES));
        cell(any(REGIONS));
        cell(String.valueOf(1 + random.nextInt(20)));
        int before = Math.max(0, patient.pain - visit / 2);
        cell(String.valueOf(before));
        cell(String.valueOf(random.nextInt(before + 1)));
        answer(.12 + .05 * visit, "yes");
        answer(.07 * patient.frailty, any(GRADES));
        for (double risk : RISKS) {
            answer(risk * patient.frailty, "yes");
        }
        soreness();
        text.setCharAt(text.length() - 1, '\n');
    }

    private void soreness() {
        boolean sore = random.nextDouble() < .35;
        if (random.nextDouble() > .9) {
            cell("");
            cell("");
        } else {
            cell(sore ? String.valueOf(6 * (1 + random.nextInt(16))) : "0");
            cell(sore && random.nextDouble() > .85 ? "no" : "yes");
        }
    }

    private void answer(double risk, String yes) {
        double draw = random.nextDouble();
        cell(draw > .97 ? "" : draw < .97 * risk ? yes : "no");
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private void number(char mark, int value, int digits) {
        String number = String.valueOf(value);
        cell(mark + "0".repeat(digits - number.length()) + number);
    }

    private void cell(String value) {
        text.append(value).append(',');
    }
}
