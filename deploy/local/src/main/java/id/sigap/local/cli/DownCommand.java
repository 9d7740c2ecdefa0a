package id.sigap.local.cli;

import id.sigap.local.console.Console;
import id.sigap.local.stack.Crash;
import id.sigap.local.stack.StackState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stop everything; data stay.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(45);

    private final Workplace workplace;

    DownCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Console console = workplace.console();
        Optional<StackState> last = StackState.read(workplace.folder().state());
        boolean running = last.filter(StackState::isSupervised).isPresent();
        if (running) {
            console.line("stopping …");
            last.get().supervisor().stop(GRACE);
        }
        // also after a supervisor that was killed, or had to be
        boolean left = Crash.cleanUp(workplace.folder(), console);
        console.line(running || left ? "stopped" : "nothing is running here");
        return 0;
    }
}
