package org.aestat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.csv.InputSource;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataSet;
import org.aestat.pipeline.DataSetReader;
import org.aestat.publish.Publisher;
import org.aestat.result.AuditResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** A command that reads exports, analyses them and writes the result. */
abstract class AnalysisCommand implements Callable<Integer>, InEnvironment, Described {

    private final String name;
    private final String description;
    private final String[] examples;

    private final Choice<List<String>> files = Choice.words(
            "FILE", "1..*", "CSV exports, plain or gzip; '-' is standard input. Several are one data set.");

    private final DataOptions data = new DataOptions();
    private final StrataOptions strata = new StrataOptions();
    private final LevelOptions levels = new LevelOptions();
    private final AnalysisOptions analysis = new AnalysisOptions();
    private final PublishOptions publishing = new PublishOptions();
    private final OutputOptions output = new OutputOptions();

    private @Nullable Environment environment;

    /**
     * A command.
     *
     * @param name its name
     * @param description what it is for
     * @param examples command lines
     */
    AnalysisCommand(String name, String description, String... examples) {
        this.name = name;
        this.description = description;
        this.examples = examples;
    }

    @Override
    public void environment(Environment given) {
        environment = given;
    }

    @Override
    public void describe(CommandSpec command) {
        Described.text(command, name, description, examples);
        Described.exitCodes(
                command,
                "Exit codes",
                "0:done",
                "1:a defect in aestat",
                "2:a wrong option or mapping, said before any row is read",
                "3:input unreadable, or more rejected rows than allowed");
        Choice.describe(command, files);
        data.describe(command);
        strata.describe(command);
        levels.describe(command);
        analysis.describe(command);
        publishing.describe(command);
        output.describe(command);
        Described.help(command);
    }

    /** Which analyses the command does. */
    abstract Set<Analysis> analyses();

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        AnalysisSettings settings =
                analysis.settings(levels.confidence(), levels.cluster(), levels.among() == Among.ALL);
        Publisher publisher = publishing.publisher();
        DataRequest request = data.request(
                system, files.value(), data.reading(system.directory()), strata, List.of(), settings.cluster());
        List<InputSource> inputs = new ArrayList<>(request.inputs());
        inputs.addAll(data.mappingSource(system.directory()));
        output.check(inputs, system.directory());
        DataSet sessions = new DataSetReader(system.in(), data.threads()).read(request);
        if (!output.isQuiet()) {
            sessions.rejections().lines().stream().map(Failures::clean).forEach(system.err()::println);
        }
        RunDescription run = new RunDescription(
                name, request, settings, analysis.reliefAsked(), levels.among().label());
        Audit audit = new Audit(sessions, settings, analyses());
        AuditResult result = audit.result(run, data.threads());
        if (publisher == null) {
            output.write(result, system.out(), system.directory());
        } else {
            output.write(publisher.publish(result, audit.sizes()), system.out(), system.directory());
        }
        return ExitCode.OK;
    }
}
