package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;

/**
 * A gate's decision as workflow commands of GitHub Actions: an error for what fails the gate, a warning for what warns,
 * a notice for what stays undecided. GitHub shows ten of a kind; the tenth says how many more there are.
 */
public final class GithubAnnotationsRenderer implements CheckRenderer {

    private static final int MOST = 10;

    private record Annotation(
            String title, String message, @Nullable Integer line) {

        Annotation withMore(int more) {
            String count = "+" + Quantity.count(more) + " more";
            return new Annotation(title + " (" + count + ")", message + "\n" + count + " of this kind", line);
        }
    }

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        String policy = new PolicyPath(result.policy().file()).text();
        Map<Effect, List<Annotation>> kinds = kinds(result);
        for (Effect effect : List.of(Effect.FAIL, Effect.WARN, Effect.NONE)) {
            String command = command(effect);
            List<Annotation> all = kinds.getOrDefault(effect, List.of());
            for (int i = 0; i < Math.min(MOST, all.size()); i++) {
                boolean isLast = i == MOST - 1 && all.size() > MOST;
                out.write(line(command, isLast ? all.get(i).withMore(all.size() - MOST) : all.get(i), policy));
            }
        }
    }

    private static Map<Effect, List<Annotation>> kinds(CheckResult result) {
        Map<Effect, List<Annotation>> kinds = new EnumMap<>(Effect.class);
        for (GateFinding finding : GateFindings.of(result)) {
            if (finding.verdict() != Verdict.PASS) {
                add(kinds, finding.effect(), annotation(finding));
            }
        }
        for (Warning warning : result.warnings()) {
            String title = "aestat: " + GateFindings.clean(warning.code());
            add(kinds, Effect.WARN, new Annotation(title, GateFindings.clean(warning.message()), null));
        }
        return kinds;
    }

    private static void add(Map<Effect, List<Annotation>> kinds, Effect effect, Annotation annotation) {
        kinds.computeIfAbsent(effect, unused -> new ArrayList<>()).add(annotation);
    }

    private static Annotation annotation(GateFinding finding) {
        return new Annotation(finding.title(), finding.details(), finding.line());
    }

    private static String command(Effect effect) {
        return switch (effect) {
            case FAIL -> "error";
            case WARN -> "warning";
            case NONE -> "notice";
        };
    }

    private static String line(String command, Annotation annotation, String policy) {
        Integer line = annotation.line();
        String place = line == null ? "" : "file=" + property(policy) + ",line=" + line + ",";
        return "::" + command + " " + place + "title=" + property(annotation.title()) + "::"
                + data(annotation.message()) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
