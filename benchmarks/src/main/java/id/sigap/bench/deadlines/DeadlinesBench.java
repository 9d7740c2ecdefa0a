package id.sigap.bench.deadlines;

import id.sigap.bench.Bench;
import id.sigap.bench.measure.Median;
import id.sigap.bench.report.Bar;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Database;
import id.sigap.bench.stage.Processes;
import id.sigap.bench.stage.Setup;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** sla-monitor with a million open clocks: how fast it flags, what it costs while nothing is due, how soon it is back. */
public final class DeadlinesBench implements Bench {

    private static final int HEAP_MEGABYTES = 512;
    /** As the local stack makes its topics. */
    private static final int PARTITIONS = 6;

    private static final String COPY = "sla_limit";
    private static final Duration SOON = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public String meaning() {
        return "windows that pass, against one SQL statement";
    }

    @Override
    public List<Row> run(Setup setup) {
        int open = setup.pick(1_000_000, 20_000);
        int due = setup.pick(10_000, 200);
        try (LocalStack stack = setup.start(name(), EnumSet.of(Service.SLA), HEAP_MEGABYTES)) {
            setup.progress("deadlines: opening %,d clocks", open);
            stack.stop(Service.SLA.replica(1));
            fillAndCopy(stack, open);
            stack.start(Service.SLA.replica(1));
            stack.awaitReady(Service.SLA);
            var postgres = stack.infrastructure().postgres();
            try (Clocks clocks = new Clocks(Database.of(postgres, Service.SLA.database()));
                    Clocks copy = new Clocks(Database.of(postgres, COPY))) {
                setup.progress("deadlines: warming up");
                for (int i = 0; i < 5; i++) {
                    swept(clocks, due);
                    byOneStatement(copy, due);
                }
                List<Duration> swept = new ArrayList<>();
                List<Duration> limit = new ArrayList<>();
                for (int round = 1; round <= setup.rounds(); round++) {
                    limit.add(byOneStatement(copy, due));
                    swept.add(swept(clocks, due));
                    setup.progress(
                            "deadlines: round %d of %d: %d ms, one statement %d ms",
                            round,
                            setup.rounds(),
                            swept.getLast().toMillis(),
                            limit.getLast().toMillis());
                }
                Duration tenfold = swept(clocks, due * 10);
                setup.progress("deadlines: nothing is due");
                Idle idle = idle(stack, clocks, setup.pick(Duration.ofSeconds(60), Duration.ofSeconds(2)));
                List<Duration> restarts = restarts(setup, stack, clocks, due);
                return rows(due, swept, limit, tenfold, idle, restarts);
            }
        }
    }

    private static void fillAndCopy(LocalStack stack, int open) {
        var postgres = stack.infrastructure().postgres();
        try (Clocks clocks = new Clocks(Database.of(postgres, Service.SLA.database()))) {
            clocks.open(open, PARTITIONS);
        }
        try (Database server = Database.of(postgres, "postgres")) {
            server.execute("create database " + COPY + " template sla strategy file_copy");
        }
    }

    private static Duration swept(Clocks clocks, int due) {
        clocks.fallDue(due, SOON);
        Duration taken = clocks.awaitFlagged();
        clocks.settle();
        return taken;
    }

    private static Duration byOneStatement(Clocks copy, int due) {
        copy.fallDue(due, Duration.ZERO);
        Duration taken = copy.flagByOneStatement();
        copy.forgetPointers();
        return taken;
    }

    /** Shares of one core, in percent. */
    private record Idle(double service, double database) {}

    private static Idle idle(LocalStack stack, Clocks clocks, Duration time) {
        clocks.settle();
        Processes processes = Processes.of(stack, Service.SLA);
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos()); // what the settling left behind
        Processes.Bill before = processes.bill();
        long began = System.nanoTime();
        LockSupport.parkNanos(time.toNanos());
        Processes.Bill spent = processes.bill().minus(before);
        double percent = (System.nanoTime() - began) / 100.0;
        return new Idle(spent.service().toNanos() / percent, spent.database().toNanos() / percent);
    }

    private static List<Duration> restarts(Setup setup, LocalStack stack, Clocks clocks, int due) {
        List<Duration> restarts = new ArrayList<>();
        for (int round = 1; round <= setup.rounds(); round++) {
            stack.stop(Service.SLA.replica(1));
            clocks.fallDue(due, Duration.ZERO);
            long began = System.nanoTime();
            stack.start(Service.SLA.replica(1));
            clocks.awaitFirstFlag();
            restarts.add(Duration.ofNanos(System.nanoTime() - began));
            clocks.awaitFlagged();
            setup.progress(
                    "deadlines: restart %d of %d: first flag after %.1f s",
                    round, setup.rounds(), restarts.getLast().toMillis() / 1000.0);
            stack.awaitReady(Service.SLA);
            clocks.settle();
        }
        return restarts;
    }

    private List<Row> rows(
            int due, List<Duration> swept, List<Duration> limit, Duration tenfold, Idle idle, List<Duration> restarts) {
        double taken = Median.of(swept, Duration::toMillis);
        return List.of(
                Row.shown(name(), "%,d due at one moment, until the last is flagged".formatted(due), "ms", taken)
                        .against(Median.of(limit, Duration::toMillis))
                        .bar(new Bar.RatioAtMost(2)),
                Row.shown(name(), "idle, of a core, database included", "%", idle.service() + idle.database())
                        .bar(new Bar.AtMost(1)),
                Row.shown(name(), "idle, of a core, database alone", "%", idle.database()),
                Row.shown(name(), "restart to first flag", "s", Median.of(restarts, Duration::toMillis) / 1000)
                        .bar(new Bar.AtMost(5)),
                Row.shown(name(), "x10 due: time for 1,000", "ms", tenfold.toMillis() / (due / 100.0))
                        .against(taken / (due / 1000.0))
                        .bar(Bar.NO_FASTER_THAN_THE_WORK));
    }
}
