package org.aestat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.InputSource;
import org.aestat.csv.ReadOptions;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataSet;
import org.aestat.pipeline.DataSetReader;
import org.aestat.result.CheckResult;
import org.aestat.result.ProofResult;
import org.aestat.safety.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;

/** Whether the safety thresholds of a policy hold. */
final class CheckCommand implements Callable<Integer>, InEnvironment, Described {

    private @Nullable CommandSpec spec;

    private final Choice<List<String>> files = Choice.words(
            "FILE", "0..*", "CSV exports, plain or gzip; '-' is standard input. Several are one data set.");

    private final DataOptions data = new DataOptions();

    private final PolicyOptions gate = new PolicyOptions();

    private final AnalysisOptions analysis = new AnalysisOptions();

    private final CheckOutputOptions output = new CheckOutputOptions();

    private @Nullable Environment environment;

    @Override
    public void environment(Environment given) {
        environment = given;
    }

    @Override
    public void describe(CommandSpec command) {
        spec = command;
        Described.text(
                command,
                "check",
                "Do the safety thresholds of a policy hold? For CI jobs: the exit code says it.",
                "aestat check clinic.csv --policy policy.toml",
                "aestat check clinic.csv --policy policy.toml --from 2024-07-01 --output json=gate.json");
        Described.exitCodes(
                command,
                "Exit codes, the lowest of 3 to 6 that applies",
                "0:every threshold held",
                "1:a defect in aestat",
                "2:a wrong option, mapping or policy, said before any row is read",
                "3:input unreadable, or more rejected rows than allowed",
                "4:a threshold is broken",
                "5:the data cannot decide a threshold that demands a decision",
                "6:only warnings, with --fail-on-warning");
        Choice.describe(command, files);
        data.describe(command);
        gate.describe(command);
        analysis.describe(command);
        output.describe(command);
        Described.help(command);
    }

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        CommandSpec command = Objects.requireNonNull(spec);
        ReadOptions reading = data.reading(system.directory());
        Policy policy = gate.policy(system.directory(), reading.mapping().eventNames());
        if (gate.isProof()) {
            return prove(system, reading, policy);
        }
        if (files.value().isEmpty()) {
            throw new MissingParameterException(
                    command.commandLine(), command.positionalParameters().get(0), "Missing required parameter: 'FILE'");
        }
        CheckSettings settings = new CheckSettings(analysis, policy);
        DataRequest request = data.request(
                system,
                files.value(),
                reading,
                new StrataOptions(),
                new PolicyColumns(policy).needs(),
                ClusterLevel.NONE);
        List<InputSource> inputs = new ArrayList<>(request.inputs());
        inputs.add(gate.source(system.directory()));
        inputs.addAll(data.mappingSource(system.directory()));
        Baseline baseline = gate.baseline(policy, system.directory());
        if (baseline != null) {
            baseline.check(settings, request);
            inputs.add(new InputSource(baseline.file(), system.directory().resolve(baseline.file())));
        }
        Watching watching = Watching.of(policy, request, inputs, system);
        if (watching != null) {
            inputs.addAll(watching.sources());
        }
        output.check(inputs, system.directory());
        EarlierLooks earlier = EarlierLooks.of(baseline, output.jsonFiles(system.directory()));
        DataSet sessions = new DataSetReader(system.in(), data.threads()).read(request);
        if (!output.isQuiet()) {
            sessions.rejections().lines().stream().map(Failures::clean).forEach(system.err()::println);
        }
        RunDescription run = new RunDescription(
                command.name(), request, settings.ofRun(), analysis.reliefAsked(), Among.SORE.label());
        CheckResult result = new Check(sessions, policy, settings, gate, watching, earlier).result(run, data.threads());
        output.write(result, system);
        if (watching != null) {
            watching.keep();
        }
        return result.exit().code();
    }

    private int prove(Environment system, ReadOptions reading, Policy policy) throws IOException {
        if (!files.value().isEmpty()) {
            throw new UsageException("--prove makes up its own sessions and takes no file: '"
                    + files.value().get(0) + "'.");
        }
        if (!analysis.isUsualForRates()) {
            throw new UsageException("--prove knows the verdicts of the usual intervals: leave out --interval,"
                    + " --heterogeneity and --design-effect.");
        }
        List<InputSource> inputs = new ArrayList<>(data.mappingSource(system.directory()));
        inputs.add(gate.source(system.directory()));
        output.checkOfProof(inputs, system.directory());
        ProofResult result = new Proof(policy, reading.mapping().declaredEvents(), gate).result();
        output.write(result, system);
        return result.exit().code();
    }
}
