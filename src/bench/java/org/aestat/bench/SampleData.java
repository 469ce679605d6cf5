package org.aestat.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.InputSource;
import org.aestat.csv.ReadOptions;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataSetReader;
import org.aestat.pipeline.RejectionLimit;
import org.aestat.session.SessionTable;

/** The sessions of made-up exports, read as {@code report --by condition} reads them. */
public final class SampleData {

    /** Standard input: it has a name, but no path. */
    public static final InputSource SOURCE = new InputSource("export.csv", null);

    private static final DataRequest REQUEST = new DataRequest(
            List.of(SOURCE),
            null,
            null,
            ReadOptions.DEFAULT,
            List.of("condition"),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            ClusterLevel.PATIENT,
            RejectionLimit.NONE);

    private SampleData() {}

    /** The sessions of a made-up export. */
    public static SessionTable table(int sessions) {
        return read(new ByteArrayInputStream(SampleExport.of(sessions)), 1);
    }

    /** The sessions of an export that threads read; more than one read it in blocks. */
    public static SessionTable read(InputStream export, int threads) {
        return new DataSetReader(export, threads).read(REQUEST).table();
    }
}
