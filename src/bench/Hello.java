import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The least that a picocli command does: the mark for start-up. {@code java -cp picocli.jar:. Hello FILE} */
@Command(name = "hello", mixinStandardHelpOptions = true, version = "1")
public final class Hello implements Runnable {

    @Option(names = "--name")
    private String name = "world";

    @Parameters
    private String file;

    @Override
    public void run() {
        System.out.println("hello " + name + " " + file.length());
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Hello()).execute(arguments));
    }
}
