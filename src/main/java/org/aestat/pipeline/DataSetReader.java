package org.aestat.pipeline;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aestat.csv.ExportReader;
import org.aestat.csv.InputSource;
import org.aestat.csv.RowTrace;
import org.aestat.csv.SubjectsFile;
import org.aestat.result.InputSummary;
import org.aestat.result.RowCounts;
import org.aestat.result.Warning;
import org.aestat.session.FullTableException;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** Reads all inputs of a run into one table: first every header, so that a wrong request costs no row, then the rows. */
public final class DataSetReader {

    private static final int BLOCK_SIZE = 1 << 20;

    /** Fewer threads do not keep the one waiting that adds up blocks, and would look for new texts twice. */
    private static final int FEWEST_FOR_LOOKING_UP = 4;

    private final InputStream standardInput;
    private final int threads;
    private final int blockSize;
    private final int mostSessions;

    /**
     * A reader that uses the calling thread only.
     *
     * @param standardInput what the input {@code -} reads from
     */
    public DataSetReader(InputStream standardInput) {
        this(standardInput, 1);
    }

    /**
     * A reader.
     *
     * @param standardInput what the input {@code -} reads from
     * @param threads how many threads may read large inputs; the data set is the same for any number
     */
    public DataSetReader(InputStream standardInput, int threads) {
        this(standardInput, threads, BLOCK_SIZE);
    }

    DataSetReader(InputStream standardInput, int threads, int blockSize) {
        this(standardInput, threads, blockSize, Integer.MAX_VALUE);
    }

    DataSetReader(InputStream standardInput, int threads, int blockSize, int mostSessions) {
        this.standardInput = standardInput;
        this.threads = threads;
        this.blockSize = blockSize;
        this.mostSessions = mostSessions;
    }

    /**
     * Reads the data of a request.
     *
     * @throws RequestException if the columns do not allow it, before any row is read; after that, if the values of a
     *     column that makes strata or filters tell who somebody is
     * @throws DataException if more rows are rejected than allowed, there are more sessions than a table can hold, or an
     *     input is given twice
     */
    public DataSet read(DataRequest request) {
        return read(request, null);
    }

    /**
     * Reads the data of a request, whatever number of rows is rejected, and examines them.
     *
     * @throws RequestException if the columns do not allow it, before any row is read
     * @throws DataException if an input is given twice, or there are more sessions than a table can hold
     */
    public DataSet examine(DataRequest request, Examination examination) {
        return read(request, examination);
    }

    private DataSet read(DataRequest request, @Nullable Examination examination) {
        List<ExportReader> readers = new ArrayList<>();
        try (FurtherFiles further = new FurtherFiles(request)) {
            SubjectsFile subjects = further.openSubjects(standardInput);
            for (InputSource source : request.sources()) {
                readers.add(ExportReader.open(source, standardInput, request.reading(), subjects));
            }
            further.openEvents(standardInput);
            return read(request, readers, further, examination);
        } catch (FullTableException e) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "Nothing was analysed: there are more than %,d sessions, the most that one run can hold. Give fewer"
                            + " files, or each period or site a run of its own.",
                    e.most()));
        } finally {
            readers.forEach(ExportReader::close);
        }
    }

    private DataSet read(
            DataRequest request, List<ExportReader> readers, FurtherFiles further, @Nullable Examination examination) {
        ColumnRequest columns =
                new ColumnRequest(readers.stream().map(ExportReader::columns).toList());
        DataRequest resolved = resolved(request, columns);
        Map<String, String> needed = columns.needed(request.needs());
        SessionTable table = new SessionTable(
                further.read(columns.files(), columns.layout(resolved, needed.values())), mostSessions);
        RowFilter filter = new RowFilter(resolved, table);
        SessionIds ids = new SessionIds();
        Rejections rejections = new Rejections();
        List<String> names = request.sources().stream().map(InputSource::name).toList();
        List<String> reasons = request.reading().exclusionReasons();
        boolean patientsById = !request.reading().mapping().isEachRow();
        List<SessionCollector> collectors = new ArrayList<>();
        BiFunction<Integer, RowWatch, SessionCollector> next = (file, watch) -> {
            collectors.add(new SessionCollector(table, filter, ids, names, file, rejections, reasons, watch));
            return collectors.get(file);
        };
        if (examination != null) {
            examination.begin(readers, names, table, patientsById);
        }
        if (examination == null && isWorthBlocks(request, readers)) {
            Function<ExportReader, BlockCollector> blocks = reader -> new BlockCollector(
                    resolved,
                    reader,
                    new SessionTable(table.layout()),
                    reasons.size(),
                    threads < FEWEST_FOR_LOOKING_UP ? null : table);
            new BlockReading(readers, blocks, threads, blockSize).read(file -> next.apply(file, RowWatch.NONE));
        } else {
            for (int file = 0; file < readers.size(); file++) {
                RowTrace trace = examination == null ? null : readers.get(file).trace();
                RowWatch watch = examination == null || trace == null ? RowWatch.NONE : examination.watch(file, trace);
                readers.get(file).read(table, further.met(next.apply(file, watch), readers.get(file)), trace);
            }
        }
        List<InputSummary> inputs = inputs(names, readers, collectors);
        inputs.addAll(further.join(table, (problem, place) -> {
            rejections.add(List.of(problem));
            if (examination != null) {
                examination.rejected(readers.size() + place, problem);
            }
        }));
        if (examination == null) {
            refuseTooManyRejections(request.rejectionLimit(), rejections, inputs);
        } else {
            examination.end();
        }
        new PersonalColumns(table).refuse(resolved, needed);
        List<Warning> warnings = new ArrayList<>(new InputWarnings(names, readers, patientsById).list(rejections));
        warnings.addAll(further.warnings());
        if (table.size() > 0) {
            filter.unmet().forEach(condition -> warnings.add(unmet(condition)));
        }
        return new DataSet(table, resolved.by(), resolved.stratify(), needed, inputs, rejections, warnings);
    }

    private boolean isWorthBlocks(DataRequest request, List<ExportReader> readers) {
        return threads > 1
                && request.subjects() == null
                && request.events() == null
                && readers.stream().allMatch(ExportReader::isDivisible)
                && InputSource.areLongerThan(4L * blockSize, request.sources());
    }

    private static List<InputSummary> inputs(
            List<String> names, List<ExportReader> readers, List<SessionCollector> collectors) {
        List<InputSummary> inputs = new ArrayList<>();
        Map<String, String> contents = new HashMap<>();
        for (int file = 0; file < readers.size(); file++) {
            ExportReader reader = readers.get(file);
            RowCounts counts = collectors.get(file).counts();
            String earlier = counts.read() == 0 ? null : contents.put(reader.contentSha256(), names.get(file));
            if (earlier != null) {
                throw new DataException(names.get(file) + ": the same content as " + earlier
                        + ", which would count every session twice. Give each export once.");
            }
            inputs.add(new InputSummary(names.get(file), reader.bytes(), reader.sha256(), counts, reader.decisions()));
        }
        return inputs;
    }

    private static Warning unmet(DataRequest.Condition condition) {
        return new Warning(
                "condition-without-rows",
                "--where " + condition.column() + "=" + condition.value()
                        + ": no row has this value. Values are compared as --by shows them.");
    }

    private static DataRequest resolved(DataRequest request, ColumnRequest columns) {
        List<String> by = resolved("--by", request.by(), columns);
        List<String> stratify = resolved("--stratify", request.stratify(), columns);
        List<DataRequest.Condition> where = request.where().stream()
                .map(condition ->
                        new DataRequest.Condition(columns.resolve("--where", condition.column()), condition.value()))
                .toList();
        return new DataRequest(
                request.sources(),
                request.subjects(),
                request.events(),
                request.reading(),
                by,
                stratify,
                where,
                request.needs(),
                request.from(),
                request.to(),
                request.cluster(),
                request.rejectionLimit());
    }

    private static List<String> resolved(String option, List<String> names, ColumnRequest columns) {
        return names.stream()
                .map(name -> columns.resolve(option, name))
                .distinct()
                .toList();
    }

    private static void refuseTooManyRejections(
            RejectionLimit limit, Rejections rejections, List<InputSummary> inputs) {
        long read = inputs.stream().mapToLong(input -> input.rows().read()).sum();
        if (!limit.allows(rejections.total(), read)) {
            List<String> lines = new ArrayList<>(rejections.lines());
            lines.add("Nothing was analysed: " + rejections.total() + " of " + read + " rows rejected, " + limit.label()
                    + " allowed (--max-rejected).");
            throw new DataException(String.join("\n", lines));
        }
    }
}
