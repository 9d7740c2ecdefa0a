package id.sigap.bench.intake;

import id.sigap.bench.Bench;
import id.sigap.bench.load.Numbers;
import id.sigap.bench.load.Reports;
import id.sigap.bench.load.Web;
import id.sigap.bench.measure.ClosedLoop;
import id.sigap.bench.measure.Median;
import id.sigap.bench.measure.Throughput;
import id.sigap.bench.peer.Pgbench;
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

/** {@code POST /reports} over HTTP, whole: validation, encryption, journal, fsync. */
public final class IntakeBench implements Bench {

    private static final int CONNECTIONS = 32;
    private static final int HEAP_MEGABYTES = 512;
    private static final String COPY = "intake_limit";

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String meaning() {
        return "reports taken in over HTTP, against pgbench with the same statements";
    }

    @Override
    public List<Row> run(Setup setup) {
        Duration time = setup.pick(Duration.ofSeconds(8), Duration.ofSeconds(1));
        try (LocalStack stack = setup.start(name(), EnumSet.of(Service.INTAKE), HEAP_MEGABYTES);
                Web web = new Web(CONNECTIONS)) {
            Pgbench pgbench = pgbenchOnACopy(stack);
            var reports = new Reports(web, stack.description(), new Numbers());
            try (Database database = Database.of(stack.infrastructure().postgres(), "intake")) {
                setup.progress("intake: warming up");
                ClosedLoop.run(CONNECTIONS, setup.pick(Duration.ofMinutes(2), Duration.ofSeconds(1)), reports::handIn);
                pgbench.run(CONNECTIONS, (int) time.toSeconds());
                database.awaitPublished();
                List<Throughput> taken = new ArrayList<>();
                List<Throughput> limit = new ArrayList<>();
                List<Processes.Bill> bills = new ArrayList<>();
                Processes processes = Processes.of(stack, Service.INTAKE);
                for (int round = 1; round <= setup.rounds(); round++) {
                    Processes.Bill before = processes.bill();
                    taken.add(ClosedLoop.run(CONNECTIONS, time, reports::handIn));
                    // what the relay still does must not slow the limit down
                    database.awaitPublished();
                    bills.add(processes.bill().minus(before));
                    limit.add(pgbench.run(CONNECTIONS, (int) time.toSeconds()));
                    setup.progress(
                            "intake: round %d of %d: %,.0f reports/s, pgbench %,.0f/s",
                            round,
                            setup.rounds(),
                            taken.getLast().perSecond(),
                            limit.getLast().perSecond());
                }
                Throughput tenfold = ClosedLoop.run(CONNECTIONS, time.multipliedBy(10), reports::handIn);
                return rows(taken, limit, tenfold, bills);
            }
        }
    }

    /** The same tables with the same indexes, where rows of nobody's reports lead to nothing. */
    private static Pgbench pgbenchOnACopy(LocalStack stack) {
        stack.stop(Service.INTAKE.replica(1));
        try (Database server = Database.of(stack.infrastructure().postgres(), "postgres")) {
            server.execute("create database " + COPY + " template intake");
        }
        stack.start(Service.INTAKE.replica(1));
        stack.awaitReady(Service.INTAKE);
        return new Pgbench(
                stack.infrastructure().postgres().port(),
                COPY,
                "intake.pgbench",
                stack.description().folder().root().resolve("pgbench"));
    }

    private List<Row> rows(
            List<Throughput> taken, List<Throughput> limit, Throughput tenfold, List<Processes.Bill> bills) {
        double speed = Median.of(taken, Throughput::perSecond);
        double all = taken.stream().mapToLong(Throughput::count).sum();
        Processes.Bill bill = bills.stream().reduce(Processes.Bill::plus).orElseThrow();
        return List.of(
                Row.shown(name(), "reports taken, 32 connections", "1/s", speed)
                        .against(Median.of(limit, Throughput::perSecond))
                        .bar(new Bar.RatioAtLeast(0.6)),
                Row.shown(name(), "p99 of an answer", "ms", Median.of(taken, round -> round.latencies()
                                .p99()))
                        .against(Median.of(limit, round -> round.latencies().p99()))
                        .bar(new Bar.RatioAtMost(5)),
                Row.shown(name(), "p50 of an answer", "ms", Median.of(taken, round -> round.latencies()
                                .p50()))
                        .against(Median.of(limit, round -> round.latencies().p50())),
                Row.shown(
                        name(),
                        "processor time of a report: service",
                        "us",
                        bill.service().toNanos() / 1000.0 / all),
                Row.shown(
                        name(),
                        "processor time of a report: database",
                        "us",
                        bill.database().toNanos() / 1000.0 / all),
                Row.shown(
                        name(),
                        "processor time of a report: broker",
                        "us",
                        bill.broker().toNanos() / 1000.0 / all),
                Row.shown(name(), "x10 reports: time for each", "ms", 1000 / tenfold.perSecond())
                        .against(1000 / speed)
                        .bar(Bar.NO_FASTER_THAN_THE_WORK));
    }
}
