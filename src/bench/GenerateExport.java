import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes a made-up export of 24 columns to standard output: patients with 1 to 8 sessions, their visits interleaved by
 * date, 97 % of the answers recorded. The same arguments give the same bytes.
 *
 * <p>{@code java GenerateExport.java SESSIONS [SEED]}
 */
public final class GenerateExport {

    private static final String HEADER = "session_id,patient_id,session_date,session_number,site,therapist,condition,"
            + "technique,region,needles,pain_before,pain_after,relief,bruising,bleeding,pain_during,"
            + "pain_after_session,fatigue,fainting,dizziness,nausea,pneumothorax,soreness_hours,soreness_resolved\n";
    private static final int IN_TREATMENT = 4_096;
    private static final byte[][] CONDITIONS = texts(
            "neck pain", "low back pain", "shoulder pain", "headache", "knee pain", "\"hip pain, lateral\"", "plantar heel pain",
            "tennis elbow");
    private static final byte[][] TECHNIQUES = texts("deep", "superficial", "electrical");
    private static final byte[][] REGIONS = texts("neck", "thorax", "lumbar", "arm", "leg", "head");
    private static final byte[] YES = bytes("yes");
    private static final byte[] NO = bytes("no");
    private static final double[] RISKS = {.07, .06, .03, .02, .02, .002, .004, .003, .0001};

    private final SplittableRandom random;
    private final OutputStream out;
    private final byte[] row = new byte[512];
    private int length;

    private static final class Patient {
        private long id;
        private int visits;
        private int visit;
        private int condition;
        private int therapist;
        private int pain;
        private double frailty;
    }

    private GenerateExport(long seed, OutputStream out) {
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] texts(String... texts) {
        byte[][] all = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            all[i] = bytes(texts[i]);
        }
        return all;
    }

    private void write(long sessions) throws IOException {
        out.write(bytes(HEADER));
        byte[][] days = new byte[3_650][];
        for (int day = 0; day < days.length; day++) {
            days[day] = bytes(LocalDate.of(2015, 1, 1).plusDays(day).toString());
        }
        Patient[] patients = new Patient[IN_TREATMENT];
        long known = 0;
        for (long session = 1; session <= sessions; session++) {
            int place = random.nextInt(IN_TREATMENT);
            Patient patient = patients[place];
            if (patient == null || patient.visit == patient.visits) {
                patient = newcomer(++known);
                patients[place] = patient;
            }
            patient.visit++;
            int day = (int) ((session - 1) * days.length / sessions);
            write(session, patient, days[day]);
        }
        out.flush();
    }

    private Patient newcomer(long id) {
        Patient patient = new Patient();
        patient.id = id;
        patient.visits = 1 + random.nextInt(8);
        patient.condition = random.nextInt(CONDITIONS.length);
        patient.therapist = 1 + random.nextInt(400);
        patient.pain = 3 + random.nextInt(7);
        patient.frailty = .25 + 1.5 * random.nextDouble();
        return patient;
    }

    private void write(long session, Patient patient, byte[] day) throws IOException {
        length = 0;
        number('S', session, 9);
        number('P', patient.id, 8);
        text(day);
        number(patient.visit);
        number('C', patient.therapist / 20, 2);
        number('T', patient.therapist, 3);
        text(CONDITIONS[patient.condition]);
        text(TECHNIQUES[random.nextInt(TECHNIQUES.length)]);
        text(REGIONS[random.nextInt(REGIONS.length)]);
        number(1 + random.nextInt(20));
        int before = Math.max(0, patient.pain - patient.visit / 2);
        number(before);
        number(random.nextInt(before + 1));
        answer(.12 + .05 * patient.visit);
        for (double risk : RISKS) {
            answer(risk * patient.frailty);
        }
        boolean sore = random.nextDouble() < .35;
        boolean followed = random.nextDouble() < .9;
        if (!followed) {
            blank();
            blank();
        } else if (!sore) {
            number(0);
            text(YES);
        } else {
            number(6 * (1 + random.nextInt(16)));
            text(random.nextDouble() < .85 ? YES : NO);
        }
        row[length - 1] = '\n';
        out.write(row, 0, length);
    }

    private void answer(double risk) {
        double draw = random.nextDouble();
        if (draw > .97) {
            blank();
        } else {
            text(draw < risk * .97 ? YES : NO);
        }
    }

    private void blank() {
        row[length++] = ',';
    }

    private void text(byte[] text) {
        System.arraycopy(text, 0, row, length, text.length);
        length += text.length;
        blank();
    }

    private void number(long value) {
        text(bytes(Long.toString(value)));
    }

    private void number(char mark, long value, int digits) {
        row[length++] = (byte) mark;
        for (int i = digits - 1; i >= 0; i--) {
            row[length + i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += digits;
        blank();
    }

    /** Writes the export. */
    public static void main(String[] arguments) throws IOException {
        long sessions = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        new GenerateExport(seed, new BufferedOutputStream(System.out, 1 << 16)).write(sessions);
    }
}
