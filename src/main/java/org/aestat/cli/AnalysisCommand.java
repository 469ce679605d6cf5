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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that reads exports, analyses them and writes the result. */
@Command(
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a defect in aestat",
            "2:a wrong option or mapping, said before any row is read",
            "3:input unreadable, or more rejected rows than allowed"
        })
abstract class AnalysisCommand implements Callable<Integer>, InEnvironment {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV exports, plain or gzip; '-' is standard input. Several are one data set.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private DataOptions data;

    @Mixin
    private StrataOptions strata;

    @Mixin
    private LevelOptions levels;

    @Mixin
    private AnalysisOptions analysis;

    @Mixin
    private PublishOptions publishing;

    @Mixin
    private OutputOptions output;

    private @Nullable Environment environment;

    @Override
    public void environment(Environment given) {
        environment = given;
    }

    /** Which analyses the command does. */
    abstract Set<Analysis> analyses();

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        AnalysisSettings settings =
                analysis.settings(levels.confidence(), levels.cluster(), levels.among() == Among.ALL);
        Publisher publisher = publishing.publisher();
        DataRequest request =
                data.request(system, files, data.reading(system.directory()), strata, List.of(), settings.cluster());
        List<InputSource> inputs = new ArrayList<>(request.inputs());
        inputs.addAll(data.mappingSource(system.directory()));
        output.check(inputs, system.directory());
        DataSet sessions = new DataSetReader(system.in(), data.threads()).read(request);
        if (!output.isQuiet()) {
            sessions.rejections().lines().stream().map(Failures::clean).forEach(system.err()::println);
        }
        RunDescription run = new RunDescription(
                spec.name(),
                request,
                settings,
                analysis.reliefAsked(),
                levels.among().label());
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
