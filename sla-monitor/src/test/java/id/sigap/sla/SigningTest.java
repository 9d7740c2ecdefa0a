package id.sigap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.Topic;
import id.sigap.journal.SigningKeys;
import id.sigap.service.audit.HeadSigner;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service whose journal begins with a dead letter, which is published elsewhere than its own events. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "signing")
class SigningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TestDatabase DATABASE = SharedInfrastructure.database("signing");

    @Inject
    HeadSigner signer;

    @Test
    void statements_standOnTheServicesOwnTopic() {
        // Given
        Topics.publish(new ProducerRecord<>(Topic.TICKETS.name(), "no event", "{".getBytes(StandardCharsets.UTF_8)));
        await().atMost(PATIENCE).until(SigningTest::aDeadLetterWasSaid);
        // When
        QuarkusTransaction.requiringNew()
                .run(() -> signer.sign(SigningKeys.generate().getPrivate(), Instant.now()));
        // Then
        try (var topic = TopicReader.of(Topic.SLA)) {
            assertThat(topic.await("sla-monitor", 1)).isNotEmpty();
        }
    }

    private static boolean aDeadLetterWasSaid() throws SQLException {
        try (var connection = DATABASE.asService();
                var select = connection.createStatement();
                var row = select.executeQuery(
                        "select exists (select from journal where topic = 'sigap.tickets.dead-letters')")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
