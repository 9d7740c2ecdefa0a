package id.sigap.bench.relay;

import id.sigap.bench.Bench;
import id.sigap.bench.load.Web;
import id.sigap.bench.peer.ProducerTest;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Setup;
import id.sigap.events.Topic;
import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.PostgresServer;
import id.sigap.infrastructure.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The relay as it is shipped, in a service that does nothing else, beside Kafka's own producer test on the same broker. */
public final class RelayBench implements Bench {

    private static final int PARTITIONS = 6;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String meaning() {
        return "events from journal to topic, against Kafka's own producer test";
    }

    @Override
    public List<Row> run(Setup setup) {
        Path folder = setup.folder().resolve(name());
        try (PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), 0);
                KafkaBroker broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
                Web web = new Web(4)) {
            broker.createTopics(List.of(TopicSpec.kept(Topic.TICKETS.name(), PARTITIONS)));
            try (Ledger ledger = Ledger.withRelay(setup, postgres, broker, web);
                    Ledger alone = Ledger.alone(setup, postgres, broker, web)) {
                var trial = new RelayTrial(setup, ledger, alone, broker, new ProducerTest(broker, PARTITIONS, folder));
                setup.progress("relay: filling the journal and warming up");
                trial.warmUp(setup.pick(Duration.ofSeconds(10), Duration.ofSeconds(1)));
                for (int round = 1; round <= setup.rounds(); round++) {
                    trial.round();
                    setup.progress("relay: round %d of %d: %s", round, setup.rounds(), trial.last());
                }
                setup.progress("relay: ten times as many");
                trial.tenfold();
                return trial.rows(name());
            }
        }
    }
}
