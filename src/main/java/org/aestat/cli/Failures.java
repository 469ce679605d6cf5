package org.aestat.cli;

import java.io.PrintWriter;
import java.util.List;
import org.aestat.csv.InputException;
import org.aestat.csv.MappingException;
import org.aestat.csv.NearestName;
import org.aestat.pipeline.DataException;
import org.aestat.pipeline.RequestException;
import org.aestat.render.Sanitizer;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one message and an exit code; no stack trace reaches the user. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final Sanitizer SANITIZER = new Sanitizer(true);

    private final Defaults defaults;

    /**
     * A handler.
     *
     * @param defaults where options that are not given come from
     */
    Failures(Defaults defaults) {
        this.defaults = defaults;
    }

    /** A message without anything that could harm a terminal; names of files and columns are part of messages. */
    static String clean(String message) {
        return SANITIZER.clean(message);
    }

    /** The message of an exception as one line. */
    static String line(Exception e) {
        return clean(String.valueOf(e.getMessage()));
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String message = e instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched().get(0), command)
                : place(e, arguments) + line(e);
        err.println(clean(message));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String unknown(String word, CommandLine command) {
        if (!word.startsWith("-")) {
            return "There is no command '" + word + "'."
                    + NearestName.suggestion(word, command.getSubcommands().keySet());
        }
        List<String> options = command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        String name = word.replaceFirst("=.*", "");
        return "There is no option '" + name + "'." + NearestName.suggestion(name, options);
    }

    /** The variable or file that a wrong value comes from, where it is not on the command line. */
    private String place(ParameterException e, String[] arguments) {
        if (!(e.getArgSpec() instanceof OptionSpec option)) {
            return "";
        }
        for (String argument : arguments) {
            if (argument.replaceFirst("=.*", "").equals(option.longestName())) {
                return "";
            }
        }
        return defaults.place(option) + ": ";
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof UsageException || e instanceof MappingException || e instanceof RequestException) {
            err.println(line(e));
            return ExitCode.USAGE;
        }
        if (e instanceof InputException) {
            err.println(line(e));
            return ExitCode.DATA;
        }
        if (e instanceof DataException) {
            String.valueOf(e.getMessage()).lines().map(Failures::clean).forEach(err::println);
            return ExitCode.DATA;
        }
        StackTraceElement[] trace = e.getStackTrace();
        err.println("aestat: a defect in aestat, not in your data: "
                + e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0])
                + ". Please report it with the command you ran.");
        return ExitCode.INTERNAL;
    }
}
