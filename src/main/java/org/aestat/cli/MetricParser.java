package org.aestat.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.csv.NearestName;
import org.aestat.csv.TomlSection;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Argument;
import org.aestat.safety.Metric.Kind;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** Reads metrics as policies write them. */
final class MetricParser {

    private static final String KEY = "metric";
    private static final Pattern FORM = Pattern.compile("\\s*([^()\\s]+)\\s*(?:\\(\\s*([^()]*?)\\s*\\))?\\s*");
    private static final Pattern CHANGE =
            Pattern.compile("\\s*change\\s*\\((?:\\s*rate\\s*\\(\\s*([^()]*?)\\s*\\)\\s*|.*)\\)\\s*");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,4})?)h");
    private static final Pattern SESSION = Pattern.compile("[1-9]\\d{0,4}");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final List<String> COMPOSITES = List.of("any", "any_minor", "any_major");

    private final List<String> events = new ArrayList<>();

    /**
     * A parser.
     *
     * @param declared the names of the adverse events that the mapping declares
     */
    MetricParser(List<String> declared) {
        AdverseEvent.CANONICAL.forEach(event -> events.add(event.name()));
        declared.stream().filter(name -> !events.contains(name)).forEach(events::add);
        events.addAll(COMPOSITES);
    }

    /** The metric of a threshold. */
    Metric of(TomlSection section) {
        String written = section.text(KEY);
        Matcher change = CHANGE.matcher(written);
        if (change.matches()) {
            return change(section, written, change.group(1));
        }
        Matcher form = FORM.matcher(written);
        Kind kind = form.matches() ? kind(form.group(1)) : null;
        if (kind == null) {
            throw section.at(KEY, "'" + written + "' is no metric; expected " + forms() + "." + suggestion(written));
        }
        String argument = form.group(2);
        if (kind.argument() == Argument.NONE) {
            if (argument != null) {
                throw section.at(KEY, "'" + written + "': " + kind.label() + " takes nothing in brackets.");
            }
            return new Metric(kind, "", 0);
        }
        if (argument == null || argument.isEmpty()) {
            throw section.at(KEY, "'" + written + "' needs something in brackets: " + form(kind) + ".");
        }
        return new Metric(kind, argument, amount(section, kind, argument));
    }

    private Metric change(TomlSection section, String written, @Nullable String event) {
        if (event == null || event.isEmpty()) {
            throw section.at(KEY, "'" + written + "' needs a rate in brackets: " + form(Kind.CHANGE) + ".");
        }
        return new Metric(Kind.CHANGE, event, amount(section, Kind.RATE, event));
    }

    private int amount(TomlSection section, Kind kind, String argument) {
        return switch (kind.argument()) {
            case NONE, COLUMN, RATE -> 0;
            case EVENT -> {
                if (!events.contains(argument)) {
                    throw section.at(
                            KEY,
                            "'" + argument + "' is no adverse event that aestat or the mapping knows."
                                    + NearestName.suggestion(argument, events));
                }
                yield 0;
            }
            case HOURS -> {
                Matcher hours = HOURS.matcher(argument);
                BigDecimal minutes =
                        hours.matches() ? new BigDecimal(hours.group(1)).multiply(MINUTES) : BigDecimal.ZERO;
                if (minutes.signum() == 0 || minutes.stripTrailingZeros().scale() > 0) {
                    throw section.at(
                            KEY,
                            "'" + argument + "' are no hours; expected whole minutes written in hours, such as 48h or"
                                    + " 1.5h.");
                }
                yield minutes.intValueExact();
            }
            case SESSION -> {
                if (!SESSION.matcher(argument).matches()) {
                    throw section.at(
                            KEY, "'" + argument + "' is no session; expected a whole number from 1, such as 6.");
                }
                yield Integer.parseInt(argument);
            }
        };
    }

    private static @Nullable Kind kind(String label) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    private static String form(Kind kind) {
        return kind.label() + kind.argument().example();
    }

    private static String forms() {
        return String.join(
                ", ", Arrays.stream(Kind.values()).map(MetricParser::form).toList());
    }

    private static String suggestion(String written) {
        List<String> labels = Arrays.stream(Kind.values()).map(Kind::label).toList();
        return NearestName.suggestion(written.replaceFirst("\\(.*", "").strip(), labels);
    }
}
