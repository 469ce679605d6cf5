package org.aestat.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code aestat} itself: it holds the others. */
@Command(
        name = AestatCommand.NAME,
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

    static final String NAME = "aestat";

    /** The commands in the order of the help. Describing one to the parser takes longer than running it on a clinic's year. */
    private static final List<String> COMMANDS =
            List.of("report", "rates", "soreness", "relief", "check", "validate", "plan", "init", "schema", "warm-up");

    @Spec
    private CommandSpec spec;

    private static Object command(String name) {
        return switch (name) {
            case "report" -> new ReportCommand();
            case "rates" -> new RatesCommand();
            case "soreness" -> new SorenessCommand();
            case "relief" -> new ReliefCommand();
            case "check" -> new CheckCommand();
            case "validate" -> new ValidateCommand();
            case "plan" -> new PlanCommand();
            case "init" -> new InitCommand();
            case "schema" -> new SchemaCommand();
            case "warm-up" -> new WarmUpCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as 'aestat report clinic.csv'.");
    }

    /** Knows the command that is named, or all where the first word names none. */
    private static CommandLine commandLine(String[] arguments, Environment environment) {
        if (arguments.length > 0 && COMMANDS.contains(arguments[0])) {
            CommandLine line = new CommandLine(CommandSpec.create().name(NAME));
            return line.addSubcommand(arguments[0], commandLine(arguments[0], environment));
        }
        CommandLine line = new CommandLine(new AestatCommand());
        for (String name : COMMANDS) {
            line.addSubcommand(name, commandLine(name, environment));
        }
        return line;
    }

    private static CommandLine commandLine(String name, Environment environment) {
        Object command = command(name);
        if (command instanceof InEnvironment run) {
            run.environment(environment);
        }
        if (command instanceof Described described) {
            CommandSpec description = CommandSpec.wrapWithoutInspection(command);
            described.describe(description);
            return new CommandLine(description);
        }
        return new CommandLine(command);
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
