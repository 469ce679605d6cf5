package org.aestat.cli;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aestat.render.PlanRenderer;
import org.aestat.result.PlanResult;
import org.aestat.result.PlanResult.Question;
import org.aestat.safety.Planning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How many sessions show a rate below a limit. */
@Command(
        name = "plan",
        description =
                "How many sessions show a rate below a limit, and what a number of sessions can show. Takes no file.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:a defect in aestat", "2:a wrong option"},
        footer = {
            "",
            "Examples:",
            "  aestat plan --limit 0.1%% --power 0.8 --true-rate 0.03%%",
            "  aestat plan --limit 0.001 --sessions 5000"
        })
final class PlanCommand implements Callable<Integer>, InEnvironment {

    @Option(
            names = "--limit",
            paramLabel = "RATE",
            required = true,
            converter = PlanValues.OfLimit.class,
            description = "The limit, as a fraction of sessions or in percent: 0.001 or 0.1%%.")
    private Double limit = 0.0;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "0-5",
            converter = PlanValues.OfEvents.class,
            description = "Numbers of sessions with the event, such as 0,1,2 or 0-5 (default: 0-5).")
    private PlanValues.EventCounts events = new PlanValues.EventCounts(List.of());

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            defaultValue = "0.95",
            converter = OptionValues.OfConfidence.class,
            description = "Level of the one-sided bounds (default: 0.95).")
    private Double confidence = 0.95;

    @Option(
            names = "--design-effect",
            paramLabel = "D",
            defaultValue = "1",
            converter = OptionValues.OfDesignEffect.class,
            description = "How many sessions are worth one independent session (default: 1).")
    private Double designEffect = 1.0;

    @Option(
            names = "--power",
            paramLabel = "P",
            converter = PlanValues.OfPower.class,
            description = "The sessions that show it with this probability, such as 0.8, at the true rate.")
    private @Nullable Double power;

    @Option(
            names = "--true-rate",
            paramLabel = "RATE",
            converter = PlanValues.OfTrueRate.class,
            description = "The true rate supposed for --power or --sessions.")
    private @Nullable Double trueRate;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            converter = PlanValues.OfSessions.class,
            description = "What this number of sessions can show, instead.")
    private @Nullable Long sessions;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = OptionValues.OfFormat.class,
            description = "Form of the result on standard output: text, json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OptionValues.OfOutput.class,
            description = "Writes the result to a file too; may be given again.")
    private List<OutputFile<Format>> outputs = new ArrayList<>();

    @Option(names = "--ascii", description = "Text for terminals without Unicode.")
    private boolean ascii;

    @Parameters(hidden = true)
    private List<String> given = new ArrayList<>();

    private @Nullable Environment environment;

    @Override
    public void environment(Environment run) {
        environment = run;
    }

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        checkOptions();
        OutputFiles<Format> files = new OutputFiles<>(outputs);
        files.check(List.of(), system.directory());
        PlanResult result = result();
        files.write((form, out) -> render(form, result, out), system.directory());
        render(format, result, system.out());
        return ExitCode.OK;
    }

    private void checkOptions() {
        if (!given.isEmpty()) {
            throw new UsageException("plan takes no file: '" + given.get(0) + "'.");
        }
        if (power != null && sessions != null) {
            throw new UsageException("--power asks for the number of sessions, --sessions states it: leave one out.");
        }
        if (power != null && trueRate == null) {
            throw new UsageException("--power needs --true-rate, the rate at which it is to hold.");
        }
        if (trueRate != null && power == null && sessions == null) {
            throw new UsageException("--true-rate is for --power or --sessions: add one of them.");
        }
        if (trueRate != null && power != null && trueRate >= limit) {
            throw new UsageException("--true-rate " + plain(trueRate) + " is not below --limit " + plain(limit) + ".");
        }
    }

    private PlanResult result() {
        Question question = new Question(limit, confidence, designEffect);
        Planning planning = new Planning(question);
        String version = Version.number();
        if (sessions != null) {
            return new PlanResult(version, question, null, null, planning.shows(sessions, events.counts(), trueRate));
        }
        return new PlanResult(
                version,
                question,
                events.counts().stream().map(planning::needed).toList(),
                power == null || trueRate == null ? null : probable(planning, power, trueRate),
                null);
    }

    private static PlanResult.Power probable(Planning planning, double power, double trueRate) {
        try {
            return planning.power(trueRate, power);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--true-rate " + plain(trueRate)
                    + " is so near to the limit that more than 2,000 events would have to be counted.");
        }
    }

    private static String plain(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    private void render(Format form, PlanResult result, Writer out) throws IOException {
        PlanRenderer renderer = form == Format.TEXT ? PlanRenderer.text(!ascii) : PlanRenderer.json();
        renderer.render(result, out);
    }
}
