package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.aestat.csv.GzipAhead.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members that several threads decompress are, with every fault, what one thread makes of them. */
class GzipMembersTest {

    private static final Limits NORMAL = Limits.of(4);

    private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newCachedThreadPool();

    @AfterEach
    void noThreadIsLeftAtWork() throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areTheirContentInOrder(int seed) throws IOException {
        Random random = new Random(seed);
        GzipMaker maker =
                new GzipMaker(random).members(1 + random.nextInt(60), random.nextInt(5) == 0 ? 1 << 20 : 1 << 12);
        byte[] stored = maker.stored();
        assertThat(inTurn(in(stored), random)).isEqualTo("the end" + after(maker.content()));
        for (int run = 0; run < 4; run++) {
            Limits limits = run == 0 ? NORMAL : limits(random);
            assertThat(ahead(in(stored), limits, random))
                    .as("%s", limits)
                    .isEqualTo("the end" + after(maker.content()));
        }
    }

    @Test
    void cutAnywhereGiveWhatOneThreadGives() {
        Random random = new Random(1);
        GzipMaker maker = new GzipMaker(random).member(Reading.utf8("first,member\n".repeat(20)), 6, 30);
        maker.member(new byte[0], 6, 0).bgzf(Reading.utf8("second\n".repeat(9))).member(new byte[70_000], 6, 0);
        byte[] stored = maker.member(maker.stored(), 0, 8).stored();
        for (int size = 0; size <= stored.length; size++) {
            byte[] cut = Arrays.copyOf(stored, size);
            assertSame("cut after " + size + " bytes", cut, random);
            assertSame("followed by zeros", concat(cut, new byte[3]), random);
            assertSame("followed by a start", concat(cut, new byte[] {0x1F, (byte) 0x8B, 8}), random);
        }
        assertThat(inTurn(in(stored), random)).startsWith("the end after ");
        assertThat(inTurn(in(Arrays.copyOf(stored, stored.length - 1)), random))
                .isEqualTo("gzip data ends within a member" + after(maker.content()));
    }

    @Test
    void damagedAnywhereGiveWhatOneThreadGives() {
        Random random = new Random(2);
        GzipMaker maker = new GzipMaker(random).members(12, 1 << 8).member(new byte[100_000], 1, 2);
        byte[] stored = maker.members(6, 1 << 8).stored();
        for (int place = 0; place < stored.length; place++) {
            byte[] damaged = stored.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            assertSame("damaged at " + place, damaged, random);
        }
    }

    /** Bytes that are no deflate data, where what stands before is more than what is read at a time. */
    @Test
    void damageLosesNoMoreThanTheLastBytesBeforeIt() {
        byte[] first = new GzipMaker(new Random(3)).member(new byte[10], 6, 0).stored();
        byte[] stored =
                new GzipMaker(new Random(3)).member(new byte[200_000], 0, 0).stored();
        int blockHeader = 10 + 2 * (5 + 65_535); // deflate's stored blocks hold 65,535 bytes
        stored[blockHeader] = 6; // a type of block that does not exist
        byte[] all = concat(first, stored);
        String expected = "invalid compressed data" + after(new byte[10 + 65_536]);
        assertThat(inTurn(in(all), new Random(4))).isEqualTo(expected);
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            assertThat(ahead(in(all), limits(random), random)).isEqualTo(expected);
        }
    }

    @Test
    void aFaultStays() {
        byte[] stored = new GzipMaker(new Random(3)).member(new byte[10], 6, 0).stored();
        GzipMembers members = new GzipMembers(in(concat(stored, new byte[20])));
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(ZipException.class)
                    .isThrownBy(members::readAllBytes)
                    .withMessage("not a gzip member");
        }
    }

    @Test
    void aFailingSourceGivesWhatStandsBefore() {
        Random random = new Random(5);
        byte[] stored = new GzipMaker(random).members(12, 1 << 8).stored();
        for (int size = 0; size < stored.length; size++) {
            byte[] before = Arrays.copyOf(stored, size);
            String expected = inTurn(failing(before), random);
            assertThat(expected).startsWith("Input/output error after ");
            assertThat(ahead(failing(before), limits(random), random)).isEqualTo(expected);
        }
    }

    @Test
    void oneMemberTakesNoThread() {
        Random random = new Random(6);
        byte[] bytes = new byte[1 << 20];
        random.nextBytes(bytes);
        byte[] stored = new GzipMaker(random).member(bytes, 6, 0).stored();
        assertThat(ahead(in(stored), NORMAL, random)).isEqualTo("the end" + after(bytes));
        assertThat(pool.getTaskCount()).isZero();
    }

    @Test
    void manyMembersTakeThreads() {
        Random random = new Random(7);
        GzipMaker maker = new GzipMaker(random);
        byte[] bytes = new byte[1 << 18];
        for (int i = 0; i < 20; i++) {
            random.nextBytes(bytes);
            maker.member(bytes, 6, 0);
        }
        assertThat(ahead(in(maker.stored()), NORMAL, random)).isEqualTo("the end" + after(maker.content()));
        assertThat(pool.getTaskCount()).isEqualTo(19);
    }

    @Test
    void guessesThatAreWrongTooOftenEnd() {
        Random random = new Random(8);
        byte[] inner = new GzipMaker(random).member(new byte[1000], 6, 0).stored();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 1 << 16; i++) {
            members.writeBytes(inner);
        }
        byte[] trap = members.toByteArray();
        byte[] stored = new GzipMaker(random).member(trap, 0, 0).stored();
        Limits limits = new Limits(2, 1000, 100, 10_000, 1000);
        assertThat(ahead(in(stored), limits, random)).isEqualTo("the end" + after(trap));
        assertThat(pool.getTaskCount()).isBetween(16L, 18L);
    }

    @Test
    void closingEndsAllWork() throws IOException {
        Random random = new Random(9);
        GzipMaker maker = new GzipMaker(random);
        for (int i = 0; i < 50; i++) {
            maker.member(new byte[1 << 20], 1, 0);
        }
        GzipMembers members = new GzipMembers(in(maker.stored()));
        members.readAhead(pool, new Limits(8, 1 << 10, 1 << 10, 1 << 20, Long.MAX_VALUE));
        assertThat(members.read()).isZero();
        members.close();
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ThreadPoolExecutor busy = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        busy.submit(() -> {
            never.await();
            return null;
        });
        GzipMaker maker =
                new GzipMaker(new Random(10)).member(new byte[9], 1, 0).member(new byte[9], 1, 0);
        try (GzipMembers members = new GzipMembers(in(maker.stored()))) {
            assertThat(members.read()).isZero();
            members.readAhead(busy, NORMAL);
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(members::readAllBytes);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            never.countDown();
            busy.shutdown();
            assertThat(busy.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void assertSame(String what, byte[] stored, Random random) {
        Limits limits = limits(random);
        assertThat(ahead(in(stored), limits, random)).as("%s, %s", what, limits).isEqualTo(inTurn(in(stored), random));
    }

    private static Limits limits(Random random) {
        return new Limits(
                1 + random.nextInt(8),
                4 + random.nextInt(1 << random.nextInt(18)),
                1 + random.nextInt(1 << random.nextInt(18)),
                1 + random.nextInt(1 << random.nextInt(20)),
                1 + random.nextInt(1 << random.nextInt(20)));
    }

    private static InputStream in(byte[] stored) {
        return new ByteArrayInputStream(stored);
    }

    private static InputStream failing(byte[] before) {
        return new SequenceInputStream(in(before), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        });
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String inTurn(InputStream in, Random random) {
        return outcome(new GzipMembers(in), random);
    }

    private String ahead(InputStream in, Limits limits, Random random) {
        GzipMembers members = new GzipMembers(in);
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        try {
            for (int most = 1 + random.nextInt(1 << random.nextInt(14)); most > 0; most--) {
                int read = members.read();
                if (read >= 0) {
                    start.write(read);
                }
            }
        } catch (IOException e) {
            return e.getMessage() + after(start.toByteArray());
        }
        members.readAhead(pool, limits);
        return outcome(new SequenceInputStream(in(start.toByteArray()), members), random);
    }

    /** Why no more was read, after how many bytes, and a checksum of them. */
    private static String outcome(InputStream in, Random random) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] bytes = new byte[1 + random.nextInt(1 << random.nextInt(18))];
        try (in) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                assertThat(read).isPositive();
                all.write(bytes, 0, read);
            }
            return "the end" + after(all.toByteArray());
        } catch (IOException e) {
            return e.getMessage() + after(all.toByteArray());
        }
    }

    private static String after(byte[] bytes) {
        return " after " + bytes.length + " bytes, " + Arrays.hashCode(bytes);
    }
}
