package id.sigap.local.status;

import id.sigap.local.console.Console;
import id.sigap.local.process.ProcessIdentity;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Health;
import id.sigap.local.stack.Stack;
import id.sigap.local.stack.StackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Each part of a stack as it is at this moment: healthy or not, which version, how big, how far behind. */
public final class StatusReport {

    private static final long MEGABYTE = 1024 * 1024;
    private static final String UNKNOWN = "?";
    private static final List<String> NOTHING = List.of("", "", "", "");

    private final Stack stack;
    private final StackState state;

    public StatusReport(Stack stack, StackState state) {
        this.stack = stack;
        this.state = state;
    }

    /** Prints it. Returns whether every service is healthy. */
    public boolean print(Console console) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(List.of("PART", "HEALTH", "VERSION", "MEMORY", "LAG"), Waiting.COLUMNS, "RESTARTS", "PROCESS"));
        boolean healthy = true;
        long memory = 0;
        long dead = 0;
        Map<Service, Long> lags = Lag.of(stack);
        try (Health health = new Health()) {
            for (Map.Entry<String, StackState.Part> part : state.parts().entrySet()) {
                Optional<Replica> replica = Replica.named(part.getKey());
                boolean up = replica.map(it -> health.isReady(stack.management(it)))
                        .orElse(part.getValue()
                                .process()
                                .filter(ProcessIdentity::isAlive)
                                .isPresent());
                healthy &= up;
                OptionalLong resident = resident(part.getValue());
                memory += replica.isPresent() ? resident.orElse(0) : 0;
                // lag and backlog are the service's, whichever replica works them off
                Optional<Waiting> waiting = replica.filter(Replica::isFirst).map(it -> Waiting.in(stack, it.service()));
                dead += waiting.map(Waiting::dead).orElse(0L);
                rows.add(row(
                        List.of(
                                part.getKey(),
                                up ? "up" : "DOWN",
                                part.getValue().version(),
                                megabytes(resident),
                                replica.filter(Replica::isFirst)
                                        .map(it -> text(Optional.ofNullable(lags.get(it.service()))))
                                        .orElse("")),
                        waiting.map(Waiting::cells).orElse(NOTHING),
                        Integer.toString(part.getValue().restarts()),
                        part.getValue()
                                .process()
                                .map(process -> Long.toString(process.pid()))
                                .orElse("restarting")));
            }
        }
        console.table(rows);
        console.line("  the services together: " + memory / MEGABYTE + " MB");
        if (dead > 0) {
            console.bad("  %d dead letters: ./sigap dead-letters list".formatted(dead));
        }
        return healthy;
    }

    private static List<String> row(List<String> part, List<String> waiting, String... rest) {
        List<String> row = new ArrayList<>(part);
        row.addAll(waiting);
        row.addAll(List.of(rest));
        return row;
    }

    private static OptionalLong resident(StackState.Part part) {
        return part.process().map(Memory::resident).orElse(OptionalLong.empty());
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / MEGABYTE + " MB" : UNKNOWN;
    }

    private static String text(Optional<Long> number) {
        return number.map(String::valueOf).orElse(UNKNOWN);
    }
}
