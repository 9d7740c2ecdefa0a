package id.sigap.bench.relay;

import id.sigap.bench.measure.Latencies;
import id.sigap.bench.measure.Median;
import id.sigap.bench.peer.ProducerTest;
import id.sigap.bench.report.Bar;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Setup;
import id.sigap.infrastructure.KafkaBroker;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rounds of {@link RelayBench} and what they gave. */
final class RelayTrial {

    private static final int WRITERS = 16;

    private final Setup setup;
    private final Ledger ledger;
    private final Ledger alone;
    private final KafkaBroker broker;
    private final ProducerTest producerTest;
    private final int waiting;
    private final Duration time;

    private final List<Round> rounds = new ArrayList<>();
    private int recordBytes;
    private double tenfoldPerSecond;
    private long lost;
    private long doubled;
    private long overtaken;

    /** @param half lag at half of the writers' full speed, @param full at full speed */
    private record Round(
            double drained, double produced, double written, double writtenAlone, Latencies half, Latencies full) {}

    RelayTrial(Setup setup, Ledger ledger, Ledger alone, KafkaBroker broker, ProducerTest producerTest) {
        this.setup = setup;
        this.ledger = ledger;
        this.alone = alone;
        this.broker = broker;
        this.producerTest = producerTest;
        this.waiting = setup.pick(200_000, 2_000);
        this.time = setup.pick(Duration.ofSeconds(6), Duration.ofSeconds(1));
    }

    void warmUp(Duration warmUp) {
        ledger.write(WRITERS, warmUp);
        alone.write(WRITERS, warmUp);
        ledger.fill(waiting);
        ledger.database().awaitPublished();
        drain(waiting);
    }

    void round() {
        double drained = drain(waiting);
        double produced = producerTest.run(waiting * 5, recordBytes);
        alone.database().execute("truncate pending");
        double writtenAlone = alone.write(WRITERS, time).perSecond();
        double written = written();
        rounds.add(new Round(drained, produced, written, writtenAlone, lag(written / 2), lag(0)));
    }

    String last() {
        Round last = rounds.getLast();
        return "%,.0f/s drained (Kafka %,.0f), %,.0f/s written (alone %,.0f), lag p99 %.0f ms"
                .formatted(
                        last.drained(),
                        last.produced(),
                        last.written(),
                        last.writtenAlone(),
                        last.half().p99());
    }

    void tenfold() {
        ledger.fill(waiting * 10);
        ledger.database().awaitPublished();
        tenfoldPerSecond = drain(waiting * 10);
    }

    /** @return events per second, from the moment they could be seen until the last was acknowledged and crossed off */
    private double drain(int events) {
        try (Listener listener = new Listener(broker)) {
            Instant since = ledger.putBack(events);
            Instant until = ledger.database().awaitPublished();
            Order order = listener.readAll();
            recordBytes = order.averageBytes();
            judge(order, events + 1);
            return events * 1000.0 / Duration.between(since, until).toMillis();
        }
    }

    private double written() {
        try (Listener listener = new Listener(broker)) {
            Ledger.Written written = ledger.write(WRITERS, time);
            ledger.database().awaitPublished();
            judge(listener.readAll(), written.transactions());
            return written.perSecond();
        }
    }

    private Latencies lag(double perSecond) {
        var lag = new Latencies();
        try (Listener listener = new Listener(broker)) {
            Future<Ledger.Written> writing = ledger.start(WRITERS, time, perSecond);
            Order order = listener.readLive(writing, lag);
            judge(order, Ledger.join(writing).transactions());
        }
        return lag;
    }

    private void judge(Order order, long expected) {
        lost += order.lost(expected);
        doubled += order.doubled();
        overtaken += order.overtaken();
    }

    List<Row> rows(String bench) {
        double drained = Median.of(rounds, Round::drained);
        return List.of(
                Row.shown(bench, "%,d waiting events drained".formatted(waiting), "1/s", drained)
                        .against(Median.of(rounds, Round::produced))
                        .bar(new Bar.RatioAtLeast(0.15)),
                Row.shown(bench, "lag p99 at half of full speed", "ms", Median.of(rounds, round -> round.half()
                                .p99()))
                        .bar(new Bar.AtMost(60)),
                Row.shown(bench, "lag p50 at half of full speed", "ms", Median.of(rounds, round -> round.half()
                        .p50())),
                Row.shown(bench, "lag p99 at full speed", "ms", Median.of(rounds, round -> round.full()
                        .p99())),
                Row.shown(bench, "lag p50 at full speed", "ms", Median.of(rounds, round -> round.full()
                        .p50())),
                Row.shown(bench, "writers' transactions beside it", "1/s", Median.of(rounds, Round::written))
                        .against(Median.of(rounds, Round::writtenAlone))
                        .bar(new Bar.RatioAtLeast(0.6)),
                Row.shown(bench, "events lost", "events", lost).bar(new Bar.AtMost(0)),
                Row.shown(bench, "events doubled", "events", doubled).bar(new Bar.AtMost(0)),
                Row.shown(bench, "events overtaken by a later one", "events", overtaken)
                        .bar(new Bar.AtMost(0)),
                Row.shown(bench, "x10 waiting events: time for each", "us", 1e6 / tenfoldPerSecond)
                        .against(1e6 / drained)
                        .bar(Bar.NO_FASTER_THAN_THE_WORK));
    }
}
