package id.sigap.local.cli;

import id.sigap.infrastructure.InfrastructureException;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the script {@code sigap} hands over to. */
@Command(
        name = "sigap",
        description = "Sigap on this machine: PostgreSQL, Kafka, mail, identity and the five services.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DevCommand.class,
            SuperviseCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DemoCommand.class,
            DeadLettersCommand.class,
            ReplayCommand.class,
            StepOverCommand.class,
            AuditCommand.class
        })
public final class Main {

    /** Something went wrong that isn't the command line's fault; picocli uses 2 for that. */
    static final int FAILED = 1;

    private Main() {}

    static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("sigap.root", ""));
        System.exit(commandLine(new Workplace(root, Console.standard())).execute(arguments));
    }

    static CommandLine commandLine(Workplace workplace) {
        CommandLine line = new CommandLine(new Main(), new CommandFactory(workplace));
        line.setExecutionExceptionHandler((failure, _, _) -> report(failure, workplace.console()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** A failure that was foreseen speaks for itself; any other is our mistake and shows where. */
    private static int report(Exception failure, Console console) throws Exception {
        if (failure instanceof StackFailed || failure instanceof InfrastructureException) {
            console.bad("sigap: " + failure.getMessage());
            return FAILED;
        }
        if (failure instanceof UncheckedIOException wrapped) {
            return report(wrapped.getCause(), console);
        }
        if (failure instanceof NoSuchFileException missing) {
            console.bad("sigap: there is no file " + missing.getFile());
            return FAILED;
        }
        if (failure instanceof AccessDeniedException refused) {
            console.bad(
                    "sigap: not allowed: %s belongs to somebody else, or is read-only".formatted(refused.getFile()));
            return FAILED;
        }
        if (failure instanceof IOException) {
            console.bad("sigap: " + failure.getMessage());
            return FAILED;
        }
        if (failure instanceof SQLException) {
            console.bad("sigap: the database says: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
