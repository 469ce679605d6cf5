package org.aestat.csv;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aestat.csv.HeaderSynonyms.Match;
import org.aestat.csv.HeaderSynonyms.Way;
import org.jspecify.annotations.Nullable;

/** What the header and the cells of an export are like: read once, in bounded memory, without keeping a cell. */
final class ExportProfile {

    private static final int MOST_DISTINCT = 1000;
    private static final int LEAST_DISTINCT = 20;
    private static final int DISTINCT_OF_ALL = 200_000;
    private static final Pattern OTHER_DELIMITERS = Pattern.compile("[,;\t|^]");
    private static final Pattern VALUE = Pattern.compile("[^\\p{L}]*[0-9][^\\p{L}]*|[^@\\s]+@[^@\\s]+");
    private static final Mapping WITHOUT_REQUIREMENTS = new Mapping(
            "",
            Map.of(),
            WordLists.NONE,
            List.of(),
            List.of(),
            1,
            List.of(),
            Map.of(),
            FileForm.UNSAID,
            EventFileMapping.UNSAID);

    private final InputSource source;
    private List<String> labels = new ArrayList<>();
    private final Set<String> identifying;
    private final Set<String> understood;
    private final List<@Nullable Match> matches = new ArrayList<>();
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final @Nullable Character statedDelimiter;
    private long rows;
    private long irregularRows;

    private ExportProfile(InputSource source, ExportText export, ReadOptions options) {
        this.source = source;
        HeaderPeek text = new HeaderPeek(export.reader());
        Character given = options.delimiter();
        char named = text.takeSeparatorLine();
        Character said =
                given == null && named != 0 && !ReadOptions.isImpossible(named) ? Character.valueOf(named) : given;
        boolean skipped = text.skipTo(named, options.skip());
        Dialect dialect = options.dialect();
        RecordSource records;
        if (dialect != null) {
            this.statedDelimiter = said;
            records = new DialectRecords(
                    text, source.name(), text.line(), dialect, said == null ? dialect.delimiter() : said);
        } else {
            Set<Character> candidates = text.delimiters();
            char delimiter = said == null ? delimiter(candidates, text) : said;
            this.statedDelimiter = said != null || candidates.size() > 1 ? delimiter : null;
            records = new Records(text, source.name(), text.line(), delimiter);
        }
        if (!skipped || !records.next(Delimiter.collector(labels))) {
            throw ExportRecords.noHeader(source.name(), options.skip());
        }
        export.goOn();
        PresetExport preset = options.preset() == null
                ? PresetExport.asStored(labels, Mapping.NONE, records, List.of())
                : options.preset()
                        .reshape(
                                PresetTable.read(records, source.name(), labels).tentatively(), options);
        long line = records.line();
        labels = preset.labels();
        identifying = preset.identifying();
        understood = preset.understood();
        checkHeader(line);
        int mostDistinct = Math.max(LEAST_DISTINCT, Math.min(MOST_DISTINCT, DISTINCT_OF_ALL / labels.size()));
        for (String label : labels) {
            Match match = options.preset() == null ? HeaderSynonyms.match(label) : match(label, preset.mapping());
            matches.add(match);
            columns.add(new ColumnProfile(
                    match == null ? null : CanonicalColumns.kind(match.name()), mostDistinct, options.dateFormat()));
        }
        readRows(preset.records());
    }

    /** What a preset recognised is settled; what a header alone suggests is a question. */
    private static @Nullable Match match(String label, Mapping recognised) {
        for (Map.Entry<String, ColumnMapping> column : recognised.columns().entrySet()) {
            if (column.getValue().headers().contains(label)) {
                boolean alone = column.getValue().headers().size() == 1;
                return new Match(column.getKey(), alone ? Way.SYNONYM : Way.DOUBTFUL);
            }
        }
        Match match = HeaderSynonyms.match(label);
        return match == null || match.way() != Way.SYNONYM ? match : new Match(match.name(), Way.DOUBTFUL);
    }

    /**
     * Reads an export.
     *
     * @throws InputException if it cannot be read to its end or its first line does not name the columns
     */
    static ExportProfile read(InputSource source, @Nullable InputStream standardInput, ReadOptions options) {
        try (ExportText text = ExportText.open(source, standardInput, options.encoding())) {
            return new ExportProfile(source, text, options);
        }
    }

    /** The delimiter with which all rows seen so far have as many fields, or most headers are known. */
    private char delimiter(Set<Character> candidates, HeaderPeek text) {
        if (candidates.size() <= 1) {
            return candidates.isEmpty() ? ',' : candidates.iterator().next();
        }
        Map<Character, Integer> known = new LinkedHashMap<>();
        for (char candidate : candidates) {
            int names = knownNames(text.text(), candidate);
            if (names >= 0) {
                known.put(candidate, names);
            }
        }
        int most = known.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        known.values().removeIf(names -> names < most);
        if (known.size() == 1) {
            return known.keySet().iterator().next();
        }
        throw new InputException(
                source.name(),
                text.line(),
                "the delimiter is not clear, because more than one of comma, semicolon, tab, | and ^ stands in the header."
                        + " Give it with --delimiter.");
    }

    /** How many headers are known under a delimiter, -1 if rows differ in their number of fields. */
    private int knownNames(String text, char candidate) {
        Records records = new Records(new StringReader(text), source.name(), 1, candidate);
        List<String> header = new ArrayList<>();
        int irregular = 0;
        int regular = 0;
        try {
            records.next(Delimiter.collector(header));
            int fields = -1;
            while (records.next((index, buffer, offset, length) -> {})) {
                // the last record may be cut short where the text was: it is judged only once another follows
                if (fields >= 0) {
                    irregular += fields == header.size() ? 0 : 1;
                    regular += fields == header.size() ? 1 : 0;
                }
                fields = records.fieldCount();
            }
        } catch (InputException e) {
            if (regular == 0) {
                return -1;
            }
        }
        long known = header.stream()
                .map(HeaderSynonyms::match)
                .filter(match -> match != null && match.way() != Way.SIMILAR)
                .count();
        return irregular > regular ? -1 : (int) known;
    }

    /** A first line that is a row and no header must not be shown as names. */
    private void checkHeader(long line) {
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            // a single column may be a whole row whose delimiter is another one
            String[] parts = labels.size() == 1 ? OTHER_DELIMITERS.split(label) : new String[] {label};
            if (Arrays.stream(parts).anyMatch(part -> VALUE.matcher(part).matches())) {
                throw new InputException(
                        source.name(),
                        line,
                        "the first line should name the columns, but what stands in column " + (i + 1)
                                + " looks like a value.");
            }
        }
        new Header(source.name(), line, labels, WITHOUT_REQUIREMENTS).check();
    }

    private void readRows(RecordSource records) {
        Cell cell = new Cell();
        RecordSource.FieldSink sink = (index, buffer, offset, length) -> {
            if (index < columns.size()) {
                cell.set(buffer, offset, length);
                columns.get(index).accept(cell);
            }
        };
        while (records.next(sink)) {
            rows++;
            irregularRows += records.fieldCount() == labels.size() ? 0 : 1;
        }
    }

    /** Whether the preset says that a column tells who somebody is. */
    boolean isIdentifying(String label) {
        return identifying.contains(label);
    }

    /** Whether a column only says how the preset reads others. */
    boolean isUnderstood(String label) {
        return understood.contains(label);
    }

    String file() {
        return source.name();
    }

    long rows() {
        return rows;
    }

    long irregularRows() {
        return irregularRows;
    }

    /** The delimiter, where a run has to be told; otherwise null. */
    @Nullable
    Character statedDelimiter() {
        return statedDelimiter;
    }

    List<String> labels() {
        return labels;
    }

    @Nullable
    Match match(int place) {
        return matches.get(place);
    }

    ColumnProfile column(int place) {
        return columns.get(place);
    }
}
