package id.sigap.reliable;

import static id.sigap.reliable.Rows.deadLetterOf;
import static id.sigap.reliable.Rows.drop;
import static id.sigap.reliable.Rows.onTheShelf;
import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.reliable.Samples.somethingHappenedTo;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FOREIGN = "operator.telkomsel.confirmations";

    @Inject
    MeterRegistry metrics;

    @Inject
    Ledger ledger;

    @Inject
    Journal journal;

    @Test
    void lag_isWhatIsNotHandledYet_andThenNothing() {
        // Given
        TicketId ticket = aTicket();
        ledger.hold(ticket.toString());
        // When
        publish(anEventOf(ticket, 1));
        publish(anEventOf(ticket, 2));
        // Then
        await().atMost(PATIENCE).until(() -> lagOf(Topic.Name.TICKETS) >= 1);
        // When
        ledger.release();
        // Then
        await().atMost(PATIENCE).until(() -> lagOf(Topic.Name.TICKETS) == 0);
    }

    @Test
    void anOperatorsTransactionMarker_isNobodysLag() {
        // Given
        String key = "transactional-" + Ids.next();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers(), "transactional.id", key);
        // When
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(FOREIGN, key, "{}"));
            producer.commitTransaction();
        }
        // Then
        await().atMost(PATIENCE).until(() -> ledger.versionsOf(key).size() == 1);
        await().atMost(PATIENCE).until(() -> lagOf(FOREIGN) == 0);
    }

    @Test
    void theShelf_isCounted_eventsAndAggregatesApart() {
        // Given
        TicketId ticket = aTicket();
        ledger.refuse(ticket);
        double dead = gauge("sigap.inbox.dead");
        double parked = gauge("sigap.inbox.parked");
        double keys = gauge("sigap.inbox.parked.keys");
        // When
        publish(anEventOf(ticket, 1));
        publish(anEventOf(ticket, 2));
        publish(anEventOf(ticket, 3));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket.toString(), "WAITING") == 2);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(gauge("sigap.inbox.dead")).isEqualTo(dead + 1);
            assertThat(gauge("sigap.inbox.parked")).isEqualTo(parked + 2);
            assertThat(gauge("sigap.inbox.parked.keys")).isEqualTo(keys + 1);
            assertThat(gauge("sigap.inbox.dead.age.seconds")).isPositive();
        });
        ledger.accept(ticket.toString());
        drop(deadLetterOf(ticket.toString()).id());
        await().atMost(PATIENCE).until(() -> gauge("sigap.inbox.dead") == dead);
    }

    @Test
    void whatIsNotPublished_growsOld() {
        // Given: no relay runs
        QuarkusTransaction.requiringNew().run(() -> journal.append(somethingHappenedTo(aTicket())));
        // When, Then
        await().atMost(PATIENCE).until(() -> gauge("sigap.journal.pending") >= 1);
        double age = gauge("sigap.journal.pending.age.seconds");
        await().atMost(PATIENCE).until(() -> gauge("sigap.journal.pending.age.seconds") > age);
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private double lagOf(String topic) {
        return Optional.ofNullable(
                        metrics.find("sigap.inbox.lag").tag("topic", topic).gauge())
                .map(Gauge::value)
                .orElse(Double.NaN);
    }
}
