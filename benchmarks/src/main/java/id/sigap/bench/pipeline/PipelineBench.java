package id.sigap.bench.pipeline;

import id.sigap.bench.Bench;
import id.sigap.bench.load.Numbers;
import id.sigap.bench.load.Reports;
import id.sigap.bench.load.Web;
import id.sigap.bench.measure.ClosedLoop;
import id.sigap.bench.measure.Latencies;
import id.sigap.bench.measure.Median;
import id.sigap.bench.measure.OpenLoop;
import id.sigap.bench.measure.Throughput;
import id.sigap.bench.report.Bar;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Database;
import id.sigap.bench.stage.Setup;
import id.sigap.infrastructure.PostgresServer;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Report, evidence, officer, ticket, operator's topic, confirmation, met: through all five services. */
public final class PipelineBench implements Bench {

    private static final int HEAP_MEGABYTES = 256;
    private static final int CONNECTIONS = 64;
    private static final int INTAKE_CONNECTIONS = 32;
    private static final int UNDER_WAY = 128;
    private static final double EASY_PACE = 50;
    /** Five compilers share two cores: it takes minutes until all of it runs compiled. */
    private static final Duration WARM_AT_LAST = Duration.ofMinutes(6);

    private static final double STILL_WARMING = 1.1;
    private static final Set<Service> OTHERS = EnumSet.complementOf(EnumSet.of(Service.INTAKE));

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String meaning() {
        return "from report to confirmation through all five services, against intake alone";
    }

    @Override
    public List<Row> run(Setup setup) {
        Duration time = setup.pick(Duration.ofSeconds(15), Duration.ofSeconds(3));
        var numbers = new Numbers();
        try (LocalStack stack = setup.start(name(), EnumSet.allOf(Service.class), HEAP_MEGABYTES);
                Web web = new Web(CONNECTIONS);
                Staff staff = new Staff(stack.description(), web, numbers)) {
            var reports = new Reports(web, stack.description(), numbers);
            setup.progress("pipeline: warming up");
            double warm = warmUp(setup, stack, staff);
            List<Throughput> whole = new ArrayList<>();
            List<Throughput> alone = new ArrayList<>();
            List<Latencies> asked = new ArrayList<>();
            List<Latencies> atHalf = new ArrayList<>();
            for (int round = 1; round <= setup.rounds(); round++) {
                whole.add(through(stack, staff, time));
                asked.add(paced(EASY_PACE, stack, staff, time));
                atHalf.add(paced(warm / 2, stack, staff, time));
                alone.add(intakeAlone(stack, reports, time.dividedBy(3)));
                setup.progress(
                        "pipeline: round %d of %d: %.0f/s met, intake alone %,.0f/s; asked after p50 %.0f, p99 %.0f ms",
                        round,
                        setup.rounds(),
                        whole.getLast().perSecond(),
                        alone.getLast().perSecond(),
                        asked.getLast().p50(),
                        asked.getLast().p99());
            }
            Throughput tenfold = through(stack, staff, time.multipliedBy(10));
            return rows(whole, alone, asked, atHalf, tenfold);
        }
    }

    /** Until it gets no faster. @return reports met in a second */
    private static double warmUp(Setup setup, LocalStack stack, Staff staff) {
        Duration step = setup.pick(Duration.ofSeconds(40), Duration.ofSeconds(2));
        long end = System.nanoTime() + setup.pick(WARM_AT_LAST, step).toNanos();
        double before;
        double now = 0;
        do {
            before = now;
            now = through(stack, staff, step).perSecond();
            setup.progress("pipeline: warming up, %.0f/s met", now);
        } while (now > STILL_WARMING * before && System.nanoTime() < end);
        return now;
    }

    /** As many as go through, each followed by the next once its clock has stopped in time. */
    private static Throughput through(LocalStack stack, Staff staff, Duration time) {
        stack.infrastructure().mail().clear();
        Throughput met = ClosedLoop.run(
                UNDER_WAY, time, () -> staff.report(System.nanoTime()).met().future());
        settle(stack);
        return met;
    }

    /** At a steady pace: how long from the citizen to the operator's topic. */
    private static Latencies paced(double perSecond, LocalStack stack, Staff staff, Duration time) {
        var latencies = new Latencies();
        List<Future<Void>> all = new ArrayList<>();
        OpenLoop.run(perSecond, time, since -> {
            Story story = staff.report(since);
            all.add(story.asked().future().onSuccess(_ -> latencies.add(System.nanoTime() - since)));
            all.add(story.met().future());
        });
        Future.all(all).toCompletionStage().toCompletableFuture().join();
        settle(stack);
        return latencies;
    }

    /** The others stand still meanwhile; what they missed they catch up with before the next round. */
    private static Throughput intakeAlone(LocalStack stack, Reports reports, Duration time) {
        OTHERS.forEach(service -> stack.suspend(service.replica(1)));
        Throughput taken;
        try {
            taken = ClosedLoop.run(INTAKE_CONNECTIONS, time, reports::handIn);
        } finally {
            OTHERS.forEach(service -> stack.resume(service.replica(1)));
        }
        settle(stack);
        return taken;
    }

    private static void settle(LocalStack stack) {
        PostgresServer postgres = stack.infrastructure().postgres();
        try (Database intake = Database.of(postgres, Service.INTAKE.database());
                Database verification = Database.of(postgres, Service.VERIFICATION.database())) {
            intake.awaitPublished();
            long reports = intake.number("select count(*) from report");
            verification.awaitNone("select %d - count(*) from verification_case".formatted(reports));
        }
        for (Service service : OTHERS) {
            try (Database database = Database.of(postgres, service.database())) {
                database.awaitPublished();
            }
        }
    }

    private List<Row> rows(
            List<Throughput> whole,
            List<Throughput> alone,
            List<Latencies> asked,
            List<Latencies> atHalf,
            Throughput tenfold) {
        double met = Median.of(whole, Throughput::perSecond);
        return List.of(
                Row.shown(name(), "reports met, sustained", "1/s", met)
                        .against(Median.of(alone, Throughput::perSecond))
                        .bar(new Bar.RatioAtLeast(0.2)),
                Row.shown(name(), "report to operator's topic at 50/s, p50", "ms", Median.of(asked, Latencies::p50))
                        .bar(new Bar.AtMost(60)),
                Row.shown(name(), "report to operator's topic at 50/s, p99", "ms", Median.of(asked, Latencies::p99))
                        .bar(new Bar.AtMost(250)),
                Row.shown(
                        name(),
                        "report to operator's topic at half speed, p50",
                        "ms",
                        Median.of(atHalf, Latencies::p50)),
                Row.shown(
                        name(),
                        "report to operator's topic at half speed, p99",
                        "ms",
                        Median.of(atHalf, Latencies::p99)),
                Row.shown(name(), "x10 reports: time for each", "ms", 1000 / tenfold.perSecond())
                        .against(1000 / met)
                        .bar(Bar.NO_FASTER_THAN_THE_WORK));
    }
}
