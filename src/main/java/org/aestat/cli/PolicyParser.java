package org.aestat.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aestat.csv.TomlSection;
import org.aestat.safety.Policy;
import org.aestat.safety.Surveillance;
import org.aestat.safety.Threshold;
import org.jspecify.annotations.Nullable;

/** Reads a policy file whole and checks all that can be checked without an export. */
final class PolicyParser {

    private static final String THRESHOLD = "threshold";
    private static final String DEFAULTS = "defaults";
    private static final String SEQUENTIAL = "sequential";

    private final String file;
    private final TomlSection root;
    private final RuleParser rules;
    private final MetricParser metrics;

    /**
     * A parser.
     *
     * @param file the name of the policy file, for messages
     * @param text its text, in TOML
     * @param events the names of the adverse events that the mapping declares
     * @throws UsageException if the text is not TOML or its defaults cannot be used
     */
    PolicyParser(String file, String text, List<String> events) {
        this.file = file;
        root = TomlSection.ofText(text, this::refused);
        root.allowOnly(List.of(DEFAULTS, THRESHOLD, SEQUENTIAL));
        rules = new RuleParser(root.has(DEFAULTS) ? root.section(DEFAULTS) : null);
        metrics = new MetricParser(events);
    }

    private UsageException refused(int line, String problem) {
        return new UsageException(file + ", line " + line + ": " + problem);
    }

    /**
     * The policy.
     *
     * @throws UsageException if it says something impossible
     */
    Policy parse() {
        if (!root.has(THRESHOLD)) {
            throw refused(
                    1, "the policy has no threshold; expected [[threshold]] with name, metric, and below or above.");
        }
        List<TomlSection> sections = root.sections(THRESHOLD);
        if (sections.isEmpty()) {
            throw root.at(THRESHOLD, "the policy has no threshold; expected tables, each headed [[threshold]].");
        }
        List<Threshold> thresholds = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < sections.size(); i++) {
            int line = root.lines(THRESHOLD).get(i);
            Threshold threshold = new ThresholdParser(
                            sections.get(i), problem -> refused(line, problem), line, rules, metrics)
                    .parse();
            Integer first = names.putIfAbsent(threshold.name(), line);
            if (first != null) {
                throw sections.get(i)
                        .at(
                                "name",
                                "the threshold of line " + first + " has the name '" + threshold.name() + "' already.");
            }
            thresholds.add(threshold);
        }
        return new Policy(file, rules.confidence(), rules.cluster(), thresholds, sequential(thresholds));
    }

    private @Nullable Surveillance sequential(List<Threshold> thresholds) {
        return root.has(SEQUENTIAL)
                ? new SequentialParser(root.section(SEQUENTIAL), root.line(SEQUENTIAL), thresholds).parse()
                : null;
    }
}
