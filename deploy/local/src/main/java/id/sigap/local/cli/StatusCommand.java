package id.sigap.local.cli;

import id.sigap.local.console.Console;
import id.sigap.local.stack.StackState;
import id.sigap.local.status.StatusReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = {
            "Health, version, memory and backlog of each service.",
            "Lag: records on Kafka that the service has yet to handle. Pending, oldest: events it has yet to publish, and since when.",
            "Parked: events that wait for an earlier one of their aggregate. Dead: records it could not handle."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is healthy", "1:something isn't, or is starting still, or nothing runs"},
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Workplace workplace;

    StatusCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Console console = workplace.console();
        Optional<StackState> running = workplace.running();
        if (running.isEmpty()) {
            console.line("nothing is running here; start it with ./sigap up");
            return Main.FAILED;
        }
        StackState state = running.get();
        boolean starting = state.phase() == StackState.Phase.STARTING;
        if (starting) {
            console.line("starting …");
        }
        boolean healthy = new StatusReport(workplace.describe(state), state).print(console);
        return healthy && !starting ? 0 : Main.FAILED;
    }
}
