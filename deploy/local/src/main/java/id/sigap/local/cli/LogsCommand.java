package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.service.Replica;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Print a service's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);
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
        // a line may be cut in the middle of a letter
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(log), decoder))) {
            do {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    console.line(line);
                }
                if (follow) {
                    LockSupport.parkNanos(POLL.toNanos());
                }
            } while (follow);
        }
        return 0;
    }

    private static Replica named(String name) {
        return Replica.named(name).orElseThrow(() -> StartOptions.unknown(name));
    }
}
