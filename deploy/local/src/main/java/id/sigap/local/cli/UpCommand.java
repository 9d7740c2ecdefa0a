package id.sigap.local.cli;

import id.sigap.local.console.Console;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackState;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Build what changed, start everything, print where it is. Ctrl-C stops it; data stay.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Mixin
    private StartOptions options;

    @Option(names = "--detach", description = "Return when everything is ready and leave it running.")
    private boolean detach;

    UpCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        Console console = workplace.console();
        Optional<StackState> running = workplace.running();
        if (running.isPresent()) {
            return alreadyRunning(running.get(), console);
        }
        Starter starter = new Starter(workplace, options);
        options.services();
        starter.build();
        if (detach) {
            new Detached(workplace).start(options);
        } else {
            LocalStack stack = starter.start(workplace.folder(), UnaryOperator.identity());
            console.good("ready after %.1f s".formatted(console.elapsed().toMillis() / 1000.0));
            new Addresses(stack.description(), workplace.repository()).print(console);
            console.line("  Ctrl-C stops everything.");
            new CountDownLatch(1).await(); // until the process is asked to end
        }
        return 0;
    }

    private int alreadyRunning(StackState state, Console console) throws InterruptedException {
        if (options.fresh()
                || options.replicas() != state.ports().replicas()
                || options.portBase()
                        .filter(base -> base != state.ports().base())
                        .isPresent()) {
            throw Workplace.alreadyRuns(state);
        }
        console.line(
                state.phase() == StackState.Phase.READY
                        ? "already running (process %d)"
                                .formatted(state.supervisor().pid())
                        : "already starting (process %d)"
                                .formatted(state.supervisor().pid()));
        if (detach) {
            new Detached(workplace).awaitReady();
        }
        new Addresses(workplace.describe(state), workplace.repository()).print(console);
        return 0;
    }
}
