package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.service.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Print a service's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    /** Logs of what isn't a service. */
    private static final List<String> OTHERS = List.of("sigap", "build");

    private final Workplace workplace;

    @Parameters(
            paramLabel = "SERVICE",
            description = "Such as ticket-service, or ticket, or ticket-2; also sigap or build.")
    private String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is added.")
    private boolean follow;

    LogsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws IOException {
        Console console = workplace.console();
        Path log = workplace
                .folder()
                .log(OTHERS.contains(name) ? name : named(name).id());
        if (!Files.exists(log)) {
            throw new StackFailed(name + " has written no log yet; start it with ./sigap up");
        }
        try (GrowingLog lines = GrowingLog.open(log)) {
            lines.print(console);
            if (follow) {
                lines.follow(console);
            }
        }
        return 0;
    }

    private static Replica named(String name) {
        return Replica.named(name).orElseThrow(() -> StartOptions.unknown(name));
    }
}
