package org.aestat.pipeline;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.aestat.csv.Dialect;
import org.aestat.csv.Mapping;
import org.aestat.csv.ReadOptions;

/** Whole exports: the first three bytes choose how the others are read. */
public final class ExportFuzzer {

    private static final Charset[] ENCODINGS = {
        null,
        null,
        StandardCharsets.UTF_8,
        StandardCharsets.UTF_16,
        StandardCharsets.UTF_16LE,
        Charset.forName("windows-1252"),
        StandardCharsets.ISO_8859_1,
        StandardCharsets.US_ASCII
    };
    private static final Character[] DELIMITERS = {null, null, ',', ';', '\t', '|', '^', ' '};
    private static final Dialect[] DIALECTS = {null, null, null, null, null, null, null, Dialect.values()[0]};
    private static final String[] DATES = {null, null, "dd/MM/yyyy", "M/d/yyyy H:mm"};
    private static final Mapping[] MAPPINGS = {
        Mapping.NONE,
        Mapping.NONE,
        Mapping.parse("m.toml", "[rows]\npatient = \"each-row\"\n"),
        Mapping.parse("m.toml", """
                [rows.exclude]
                relief = ["no"]
                condition = "recorded"
                [values]
                yes = ["oui"]
                """)
    };

    private ExportFuzzer() {}

    /** Holds what is read against what has to be. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length >= 3) {
            List<String> by = (data[2] & 64) == 0 ? List.of() : List.of("condition");
            ExportTrial.hold(Arrays.copyOfRange(data, 3, data.length), options(data), by, 1 + (data[2] & 63) * 8);
        }
    }

    /** How an export is read. */
    static ReadOptions options(byte[] choice) {
        return new ReadOptions(
                MAPPINGS[choice[0] & 3],
                ENCODINGS[choice[0] >> 2 & 7],
                DELIMITERS[choice[0] >> 5 & 7],
                (choice[1] & 7) == 7,
                DATES[choice[1] >> 3 & 3],
                DIALECTS[choice[1] >> 5 & 7],
                (choice[2] & 128) == 0 ? 0 : 1);
    }
}
