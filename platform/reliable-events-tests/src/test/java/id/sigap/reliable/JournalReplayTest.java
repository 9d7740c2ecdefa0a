package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.somethingHappenedTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.repair.JournalReplay;
import id.sigap.testing.EventOnTopic;
import id.sigap.testing.TopicReader;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After a broker lost what it had acknowledged. */
@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class JournalReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Journal journal;

    @Inject
    Ledger ledger;

    @Inject
    DataSource database;

    @Inject
    RelayConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void whatIsReplayed_isPublishedAgain_inOrder_andHeardOnce() throws Exception {
        // Given
        Relay relay = new Relay(database, kafka, new RunningRelay(config), "ledger-service", new SimpleMeterRegistry());
        relay.start(null);
        try (TopicReader topic = TopicReader.of(Topic.TICKETS)) {
            TicketId ticket = aTicket();
            say(ticket, 3);
            topic.await(ticket.toString(), 3);
            await().atMost(PATIENCE).until(() -> pendingOf(ticket) == 0);
            // When
            long replayed = Rows.repairing(connection -> new JournalReplay(connection)
                    .replay(Instant.now().minusSeconds(30), Optional.of(Topic.Name.TICKETS)));
            // Then
            assertThat(replayed).isGreaterThanOrEqualTo(3);
            assertThat(topic.await(ticket.toString(), 6))
                    .extracting(EventOnTopic::sequence)
                    .containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
            say(ticket, 1);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                    .containsExactly(1L, 2L, 3L, 4L));
        } finally {
            relay.stop(null);
        }
    }

    @Test
    void whatIsOlder_orOnAnotherTopic_isLeftAlone() {
        // Given: no relay runs
        TicketId ticket = aTicket();
        say(ticket, 2);
        Rows.repairing(connection -> connection.createStatement().executeUpdate("delete from pending"));
        // When
        long later = replay(Instant.now().plus(Duration.ofHours(1)), Optional.empty());
        long elsewhere = replay(Instant.now().minusSeconds(30), Optional.of(Topic.Name.SLA));
        // Then
        assertThat(later).isZero();
        assertThat(elsewhere).isZero();
        assertThat(pendingOf(ticket)).isZero();
    }

    @Test
    void askingTwice_isAskingOnce() {
        // Given: no relay runs
        TicketId ticket = aTicket();
        say(ticket, 2);
        Instant since = Instant.now().minusSeconds(30);
        // When
        replay(since, Optional.empty());
        long second = replay(since, Optional.empty());
        // Then
        assertThat(second).isZero();
        assertThat(pendingOf(ticket)).isEqualTo(2);
    }

    private static long replay(Instant since, Optional<String> topic) {
        return Rows.repairing(connection -> new JournalReplay(connection).replay(since, topic));
    }

    private static long pendingOf(TicketId ticket) {
        return Rows.count("select count(*) from pending where subject = '%s'".formatted(ticket));
    }

    private void say(TicketId ticket, int times) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < times; i++) {
                journal.append(somethingHappenedTo(ticket));
            }
        });
    }
}
