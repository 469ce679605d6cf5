package org.aestat.pipeline;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.InputException;
import org.aestat.csv.InputSource;
import org.aestat.csv.MappingException;
import org.aestat.csv.ReadOptions;
import org.aestat.pipeline.DataRequest.Condition;
import org.aestat.result.RowCounts;

/** One export read in one go, block by block and with every problem: the account balances and all three agree. */
final class ExportTrial {

    private static final int THREADS = 2;
    private static final String DAMAGED_GZIP = "the gzip data is damaged or cut short. Copy or export the file again.";

    private ExportTrial() {}

    /**
     * Reads an export.
     *
     * @param export its bytes
     * @param reading how to read it
     * @param by columns that make strata
     * @param blockSize the bytes of a block
     * @return how many rows it has, or -1 if it is refused
     * @throws AssertionError if what became of it does not fit together
     */
    static long hold(byte[] export, ReadOptions reading, List<String> by, int blockSize) {
        DataRequest request = new DataRequest(
                List.of(new InputSource("clinic.csv", null)),
                null,
                null,
                reading,
                by,
                List.of(),
                by.isEmpty() ? List.of() : List.of(new Condition(by.get(0), "neck pain")),
                List.of(),
                null,
                null,
                ClusterLevel.PATIENT,
                RejectionLimit.parse("100%").orElseThrow());
        Outcome serial = read(request, export, 1, blockSize, null);
        equal("blocks of " + blockSize + " bytes", serial, read(request, export, THREADS, blockSize, null));
        equal("validation", serial, read(request, export, 1, blockSize, new Examination(null, 20, null)));
        return serial.counts == null ? -1 : serial.counts.read();
    }

    private static void equal(String what, Outcome expected, Outcome found) {
        if (!expected.equals(found) && !isOneOfTwoFaults(expected, found)) {
            throw new AssertionError(what + ": expected " + expected + " but was " + found);
        }
    }

    /** Where gzip data end in the middle of a line that has another fault, either may be named; the line is the same. */
    private static boolean isOneOfTwoFaults(Outcome one, Outcome other) {
        return one.refusal != null
                && other.refusal != null
                && (one.refusal.endsWith(DAMAGED_GZIP) || other.refusal.endsWith(DAMAGED_GZIP))
                && place(one).equals(place(other));
    }

    private static String place(Outcome outcome) {
        return outcome.refusal.substring(0, outcome.refusal.indexOf(": "));
    }

    private record Outcome(RowCounts counts, int sessions, long checksum, String refusal) {}

    private static Outcome read(
            DataRequest request, byte[] export, int threads, int blockSize, Examination examination) {
        DataSetReader reader = new DataSetReader(new ByteArrayInputStream(export), threads, blockSize);
        try {
            DataSet data = examination == null ? reader.read(request) : reader.examine(request, examination);
            RowCounts counts = data.inputs().get(0).rows();
            balance(counts, data);
            return new Outcome(counts, data.table().size(), checksum(data), null);
        } catch (InputException | MappingException | DataException | RequestException e) {
            return new Outcome(null, 0, 0, String.valueOf(e.getMessage()));
        }
    }

    private static void balance(RowCounts counts, DataSet data) {
        boolean balanced = counts.read() == counts.used() + counts.excluded() + counts.rejected()
                && counts.rejected() == data.rejections().total()
                && counts.used() <= data.table().size()
                && data.table().size() <= counts.used() + counts.excluded()
                && counts.used() == usedSessions(data);
        if (!balanced) {
            throw new AssertionError(counts + " with " + data.table().size() + " sessions");
        }
    }

    private static long usedSessions(DataSet data) {
        long used = 0;
        for (int row = 0; row < data.table().size(); row++) {
            used += data.table().session(row).isUsed() ? 1 : 0;
        }
        return used;
    }

    private static long checksum(DataSet data) {
        long sum = data.table().lastDate();
        for (int row = 0; row < data.table().size(); row++) {
            var session = data.table().session(row);
            sum = 31 * sum + data.table().patient(row);
            sum = 31 * sum + Objects.hash(session.number(), session.date(), session.therapist(), session.courseId());
            for (int event = 0; event < data.table().layout().events().size(); event++) {
                sum = 31 * sum + session.answer(event).ordinal();
            }
        }
        return sum;
    }
}
