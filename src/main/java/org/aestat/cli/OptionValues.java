package org.aestat.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aestat.analysis.ClusterLevel;
import org.aestat.analysis.IntervalChoice;
import org.aestat.analysis.ReliefDefinition;
import org.aestat.csv.Dialect;
import org.aestat.csv.NearestName;
import org.aestat.csv.Preset;
import org.aestat.pipeline.DataRequest.Condition;
import org.aestat.pipeline.RejectionLimit;
import org.aestat.stat.ConfidenceType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of options, each checked and with a message that says what is expected. */
final class OptionValues {

    private OptionValues() {}

    private static TypeConversionException refused(String written, String expected) {
        return new TypeConversionException("'" + written + "' is not " + expected + ".");
    }

    private static double number(String written, double least, double most, String expected) {
        if (written.matches("\\d{0,9}\\.?\\d{1,17}")) {
            double value = Double.parseDouble(written);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw refused(written, expected);
    }

    private static <E> E named(String written, E[] values, Function<E, String> label) {
        List<String> labels = Arrays.stream(values).map(label).toList();
        int place = labels.indexOf(written);
        if (place < 0) {
            throw new TypeConversionException("'" + written + "' is none of " + String.join(", ", labels) + "."
                    + NearestName.suggestion(written, labels));
        }
        return values[place];
    }

    static final class OfConfidence implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return number(value, 0.5, 0.9999, "a level from 0.5 to 0.9999 (95 % is 0.95)");
        }
    }

    static final class OfHeterogeneity implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return number(value, 0, 5, "a standard deviation of log-odds from 0 to 5");
        }
    }

    static final class OfCourseGap implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("\\d{1,5}")) {
                throw refused(value, "a number of days from 0 to 99999");
            }
            return Integer.valueOf(value);
        }
    }

    static final class OfMinCell implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("[1-9]\\d{0,3}")) {
                throw refused(value, "a count from 1 to 9999");
            }
            return Integer.valueOf(value);
        }
    }

    static final class OfDesignEffect implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return number(value, 1, 1000, "a design effect from 1 to 1000");
        }
    }

    static final class OfInterval implements ITypeConverter<IntervalChoice> {
        @Override
        public IntervalChoice convert(String value) {
            return named(value, IntervalChoice.values(), IntervalChoice::label);
        }
    }

    static final class OfCluster implements ITypeConverter<ClusterLevel> {
        @Override
        public ClusterLevel convert(String value) {
            return named(ClusterLevel.inOrder(value), ClusterLevel.values(), ClusterLevel::label);
        }
    }

    static final class OfAmong implements ITypeConverter<Among> {
        @Override
        public Among convert(String value) {
            return named(value, Among.values(), Among::label);
        }
    }

    static final class OfSeed implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            if (!value.matches("\\d{1,15}")) {
                throw refused(value, "a whole number of at most 15 digits");
            }
            return Long.valueOf(value);
        }
    }

    static final class OfReplicates implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (value.matches("\\d{3,6}")) {
                int replicates = Integer.parseInt(value);
                if (replicates >= 100 && replicates <= 100_000) {
                    return replicates;
                }
            }
            throw refused(value, "a number of replicates from 100 to 100000");
        }
    }

    static final class OfConfidenceType implements ITypeConverter<ConfidenceType> {
        @Override
        public ConfidenceType convert(String value) {
            return named(value, ConfidenceType.values(), ConfidenceType::label);
        }
    }

    static final class OfPreset implements ITypeConverter<Preset> {
        @Override
        public Preset convert(String value) {
            return named(value, Preset.values(), Preset::label);
        }
    }

    static final class OfFormat implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return named(value, Format.values(), Format::label);
        }
    }

    static final class OfOutput implements ITypeConverter<OutputFile<Format>> {
        @Override
        public OutputFile<Format> convert(String value) {
            return output(value, Format.values(), Format::label);
        }
    }

    static final class OfCheckFormat implements ITypeConverter<CheckFormat> {
        @Override
        public CheckFormat convert(String value) {
            return named(value, CheckFormat.values(), CheckFormat::label);
        }
    }

    static final class OfCheckOutput implements ITypeConverter<OutputFile<CheckFormat>> {
        @Override
        public OutputFile<CheckFormat> convert(String value) {
            return output(value, CheckFormat.values(), CheckFormat::label);
        }
    }

    static final class OfValidateFormat implements ITypeConverter<ValidateFormat> {
        @Override
        public ValidateFormat convert(String value) {
            return named(value, ValidateFormat.values(), ValidateFormat::label);
        }
    }

    static final class OfValidateOutput implements ITypeConverter<OutputFile<ValidateFormat>> {
        @Override
        public OutputFile<ValidateFormat> convert(String value) {
            return output(value, ValidateFormat.values(), ValidateFormat::label);
        }
    }

    private static <F> OutputFile<F> output(String value, F[] formats, Function<F, String> label) {
        int equals = value.indexOf('=');
        if (equals < 1 || equals == value.length() - 1) {
            throw refused(value, "a format and a file such as json=result.json");
        }
        return new OutputFile<>(named(value.substring(0, equals), formats, label), value.substring(equals + 1));
    }

    static final class OfColor implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return named(value, new String[] {"auto", "always", "never"}, word -> word);
        }
    }

    static final class OfRelief implements ITypeConverter<ReliefDefinition> {
        @Override
        public ReliefDefinition convert(String value) {
            return ReliefDefinition.parse(value)
                    .orElseThrow(() -> refused(
                            value, "a definition of relief such as 'pain -30%', 'pain -2', 'pain<=3' or 'column'"));
        }
    }

    static final class OfRejectionLimit implements ITypeConverter<RejectionLimit> {
        @Override
        public RejectionLimit convert(String value) {
            return RejectionLimit.parse(value)
                    .orElseThrow(() -> refused(value, "a number of rows such as 10, or a share such as 0.5%"));
        }
    }

    static final class OfDate implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    return LocalDate.parse(value);
                }
            } catch (DateTimeException e) {
                // refused below, like any other text
            }
            throw refused(value, "an ISO date such as 2025-01-31");
        }
    }

    static final class OfCondition implements ITypeConverter<Condition> {
        @Override
        public Condition convert(String value) {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw refused(value, "a condition such as technique=deep");
            }
            return new Condition(
                    value.substring(0, equals).strip(),
                    value.substring(equals + 1).strip());
        }
    }

    static final class OfCharset implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String value) {
            try {
                return Charset.forName(value);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw refused(value, "a known encoding such as UTF-8, UTF-16, windows-1252 or ISO-8859-15");
            }
        }
    }

    static final class OfDialect implements ITypeConverter<Dialect> {
        @Override
        public Dialect convert(String value) {
            return named(value, Dialect.values(), Dialect::label);
        }
    }

    static final class OfSkip implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("\\d{1,4}")) {
                throw refused(value, "a number of lines from 0 to 9999");
            }
            return Integer.valueOf(value);
        }
    }

    static final class OfThreads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("[1-9]\\d{0,2}")) {
                throw refused(value, "a number of threads from 1 to 999");
            }
            return Integer.valueOf(value);
        }
    }

    static final class OfDelimiter implements ITypeConverter<Character> {
        @Override
        public Character convert(String value) {
            if (value.equals("tab") || value.equals("\\t")) {
                return '\t';
            }
            if (value.length() != 1) {
                throw refused(value, "a single character, or 'tab'");
            }
            return value.charAt(0);
        }
    }
}
