package org.aestat.cli;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** The commands in the order of the help. Describing one to the parser takes longer than running it on a clinic's year. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("report", ReportCommand.class);
        commands.put("rates", RatesCommand.class);
        commands.put("soreness", SorenessCommand.class);
        commands.put("relief", ReliefCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("validate", ValidateCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("init", InitCommand.class);
        commands.put("schema", SchemaCommand.class);
        commands.put("warm-up", WarmUpCommand.class);
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as 'aestat report clinic.csv'.");
    }

    /** Knows the command that is named, or all where the first word names none. */
    private static CommandLine commandLine(String[] arguments, Environment environment) {
        CommandLine line = new CommandLine(new AestatCommand(), new CommandFactory(environment));
        Class<?> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (named == null) {
            COMMANDS.values().forEach(line::addSubcommand);
        } else {
            line.addSubcommand(named);
        }
        return line;
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
            int code = commandLine(arguments, environment)
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
