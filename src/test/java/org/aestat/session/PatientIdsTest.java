package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatientIdsTest {

    /** More forms of ids than are kept apart. */
    private static final int MANY_FORMS = 600;

    /** Collections with room for all their forms, and such without. */
    private static final int[] SIZES = {50, 3_000, 300};

    @Test
    void codesIdsInOrderOfFirstAppearance() {
        PatientIds patients = new PatientIds();

        assertThat(patients.code("P002")).isEqualTo(1);
        assertThat(patients.code("P01")).isEqualTo(2);
        assertThat(patients.code("P002")).isEqualTo(1);
        assertThat(patients.size()).isEqualTo(2);
        assertThat(patients.text(1)).isEqualTo("P002");
    }

    @Test
    void tellsApartWhatHasTheSameNumberOrTheSameForm() {
        List<String> ids = List.of(
                "1",
                "01",
                "001",
                "1-",
                "-1",
                "P1",
                "p1",
                "P 1",
                "1P",
                "10",
                "1.0",
                "1,0",
                "0",
                "00",
                "A",
                "a",
                "Ä",
                "123456789012345",
                "1234567890123456",
                "0123456789012345",
                "12345678901234567890",
                "\u0661",
                "\u0662",
                "x".repeat(64),
                "x".repeat(65),
                "1" + "x".repeat(63),
                "1" + "x".repeat(64),
                "\uD83D\uDE001");
        PatientIds patients = new PatientIds();

        List<Integer> codes = ids.stream().map(patients::code).toList();

        assertThat(codes).doesNotHaveDuplicates().hasSize(patients.size());
        assertThat(codes.stream().map(patients::text)).isEqualTo(ids);
        assertThat(ids.stream().map(patients::code)).isEqualTo(codes);
    }

    @Test
    void agreesWithAMapOnManyIds() {
        Random random = new Random(8);
        PatientIds patients = new PatientIds();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            String id = anyId(random);
            Integer known = expected.putIfAbsent(id, expected.size() + 1);
            char[] padded = ("7" + id + "7").toCharArray();
            assertThat(patients.code(padded, 1, id.length())).isEqualTo(known == null ? expected.size() : known);
        }
        assertThat(patients.size()).isEqualTo(expected.size());
        expected.forEach((id, code) -> assertThat(patients.text(code)).isEqualTo(id));
    }

    @Test
    void patientsOfOtherCollectionsKeepTheirIds() {
        Random random = new Random(9);
        PatientIds all = new PatientIds();
        PatientIds some = new PatientIds();
        Map<String, Integer> expected = new HashMap<>();
        for (int block = 0; block < 40; block++) {
            some.clear();
            List<String> ids = new ArrayList<>();
            ids.add("");
            for (int i = 0; i < SIZES[block % SIZES.length]; i++) {
                String id = anyId(random);
                if (some.code(id) == ids.size()) {
                    ids.add(id);
                }
            }
            int[] found = all.find(some);
            int[] codes = block % 2 == 0 ? all.codes(some) : all.codes(some, found.clone());

            for (int code = 1; code < ids.size(); code++) {
                Integer known = expected.putIfAbsent(ids.get(code), expected.size() + 1);
                int right = known == null ? expected.size() : known;
                assertThat(codes[code]).isEqualTo(right);
                assertThat(found[code] == 0 || (known != null && found[code] == right))
                        .isTrue();
                assertThat(all.text(right)).isEqualTo(ids.get(code));
            }
            assertThat(codes).hasSize(ids.size());
            all.publish();
        }
        assertThat(all.size()).isEqualTo(expected.size());
    }

    @Test
    void whoeverHasNoIdIsSomebodyNew() {
        PatientIds some = new PatientIds();
        some.addUnnamed();
        some.code("P1");
        some.addUnnamed();
        PatientIds all = new PatientIds();

        assertThat(all.codes(some)).containsExactly(0, 1, 2, 3);
        all.publish();
        assertThat(all.codes(some, all.find(some))).containsExactly(0, 4, 2, 5);
        assertThat(all.codes(some)).containsExactly(0, 6, 2, 7);
        for (int patient = 0; patient < 300; patient++) {
            all.code("Q" + patient);
        }
        assertThat(all.codes(some)).containsExactly(0, 308, 2, 309);
        assertThat(all.text(4)).isEmpty();
        assertThat(all.text(2)).isEqualTo("P1");
    }

    @Test
    void patientsThatOthersFindMeanwhileHaveTheirCodes() throws Exception {
        PatientIds asked = new PatientIds();
        for (int i = 0; i < 3_000; i++) {
            asked.code(
                    i % 3 == 0
                            ? "p" + 7 * i
                            : i % 3 == 1 ? "q" + i % 10 + "x".repeat(i % 100) : "é".repeat(i % 200 + 1));
        }
        PatientIds growing = new PatientIds();
        AtomicBoolean done = new AtomicBoolean();
        FutureTask<List<int[]>> looking = new FutureTask<>(() -> {
            List<int[]> found = new ArrayList<>();
            do {
                found.add(growing.find(asked));
            } while (!done.get());
            return found;
        });
        new Thread(looking).start();
        for (int i = 0; i < 21_000; i++) {
            growing.code("p" + i);
            growing.code("q" + i % 10 + "x".repeat(i % 100));
            growing.code("é".repeat(i % 200 + 1));
            if (i % 50 == 0) {
                growing.publish();
            }
        }
        done.set(true);

        for (int[] found : looking.get()) {
            for (int code = 1; code <= asked.size(); code++) {
                assertThat(found[code] == 0 || growing.text(found[code]).equals(asked.text(code)))
                        .isTrue();
            }
        }
        growing.publish();
        int[] found = growing.find(asked);
        assertThat(Arrays.stream(found).skip(1)).doesNotContain(0);
        assertThat(growing.codes(asked)).isEqualTo(found);
    }

    @Test
    void whatWasNeverPublishedIsNotFound() {
        PatientIds patients = new PatientIds();
        patients.code("P1");

        assertThat(patients.find(patients)).containsExactly(0, 0);
    }

    @Test
    void aClearedCollectionStartsAnew() {
        PatientIds patients = new PatientIds();
        patients.code("P1");
        patients.code("x".repeat(99));
        patients.addUnnamed();

        patients.clear();

        assertThat(patients.size()).isZero();
        assertThat(patients.code("Q1")).isEqualTo(1);
        assertThat(patients.code("P1")).isEqualTo(2);
        assertThat(patients.code("y".repeat(99))).isEqualTo(3);
        assertThat(patients.text(1)).isEqualTo("Q1");
        assertThat(patients.text(3)).isEqualTo("y".repeat(99));
    }

    /** Ids of common forms, of very many forms, long ones and such with many digits. */
    private static String anyId(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "C" + random.nextInt(30) + "\0P" + String.format("%06d", random.nextInt(3_000));
            case 1 ->
                Integer.toString(random.nextInt(MANY_FORMS), 2)
                                .replace('0', 'o')
                                .replace('1', 'i')
                        + random.nextInt(3);
            case 2 -> "Müller\u2028\uD83D\uDE00".substring(random.nextInt(3)) + random.nextInt(300);
            case 3 -> Integer.toString(random.nextInt(8_000), 36) + "x".repeat(random.nextInt(100));
            case 4 -> Long.toString(1_000_000_000_000_000L + random.nextInt(2_000)) + random.nextInt(3);
            default -> Integer.toString(random.nextInt(5_000));
        };
    }
}
