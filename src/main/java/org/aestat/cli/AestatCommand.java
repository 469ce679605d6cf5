package org.aestat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code aestat} itself: it holds the others. */
@Command(
        name = "aestat",
        synopsisSubcommandLabel = "COMMAND",
        description = "Adverse-event rates, soreness curves and sessions to relief from exports of treatment sessions.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            ReportCommand.class,
            RatesCommand.class,
            SorenessCommand.class,
            ReliefCommand.class,
            CheckCommand.class,
            ValidateCommand.class,
            PlanCommand.class,
            InitCommand.class,
            SchemaCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  aestat report clinic.csv",
            "  aestat rates clinic.csv --by condition --format json",
            "  aestat check clinic.csv --policy policy.toml",
            "",
            "'aestat COMMAND --help' explains a command."
        })
public final class AestatCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as 'aestat report clinic.csv'.");
    }

    /**
     * Runs a command line.
     *
     * @param arguments the words after {@code aestat}
     * @param environment streams, variables and folder
     * @return the exit code
     */
    public static int run(String[] arguments, Environment environment) {
        try {
            Defaults defaults = new Defaults(environment);
            Failures failures = new Failures(defaults);
            int code = new CommandLine(new AestatCommand(), new CommandFactory(environment))
                    .setOut(environment.out())
                    .setErr(environment.err())
                    .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                    .setUsageHelpWidth(100)
                    .setAbbreviatedOptionsAllowed(false)
                    .setExpandAtFiles(false)
                    .setParameterExceptionHandler(failures)
                    .setExecutionExceptionHandler(failures)
                    .setDefaultValueProvider(defaults)
                    .execute(arguments);
            environment.out().flush();
            if (environment.out().checkError() && code == ExitCode.OK) {
                environment.err().println("aestat: standard output could not be written.");
                code = ExitCode.INTERNAL;
            }
            return code;
        } catch (UsageException e) {
            environment.err().println(Failures.line(e));
            return ExitCode.USAGE;
        } catch (OutOfMemoryError e) {
            environment
                    .err()
                    .println("aestat: the sessions need more memory than Java may use. Allow more, for example"
                            + " AESTAT_JAVA_OPTS=-Xmx4g.");
            return ExitCode.INTERNAL;
        } finally {
            environment.err().flush();
        }
    }
}
