package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.reliable.Samples.bytes;
import static id.sigap.reliable.Samples.carrying;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.events.platform.RecordDeadLettered;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Ledger ledger;

    @Inject
    Journal journal;

    @Inject
    DataSource database;

    @Test
    void anEventThatComesTwice_isHeardOnce() {
        // Given
        TicketId ticket = aTicket();
        ProducerRecord<String, byte[]> first = anEventOf(ticket, 1);
        // When
        publish(first);
        publish(first);
        publish(anEventOf(ticket, 2));
        publish(first);
        publish(anEventOf(ticket, 3));
        // Then
        heard(ticket, 1L, 2L, 3L);
    }

    @Test
    void laterVersions_waitForAMissingOne() {
        // Given
        TicketId ticket = aTicket();
        publish(anEventOf(ticket, 1));
        publish(anEventOf(ticket, 4));
        publish(anEventOf(ticket, 3));
        heard(ticket, 1L);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "WAITING") == 2);
        // When
        publish(anEventOf(ticket, 2));
        // Then
        heard(ticket, 1L, 2L, 3L, 4L);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "WAITING") == 0);
    }

    @Test
    void aPoisonRecord_isSetAsideWithItsReason_itsAggregateWaits_othersGoOn() {
        // Given
        TicketId poisoned = aTicket();
        TicketId healthy = aTicket();
        publish(anEventOf(poisoned, 1));
        ProducerRecord<String, byte[]> poison = carrying(anEventOf(poisoned, 2), bytes("{not json"));
        // When
        publish(poison);
        publish(anEventOf(poisoned, 3));
        publish(anEventOf(healthy, 1));
        // Then
        heard(healthy, 1L);
        heard(poisoned, 1L);
        await().atMost(PATIENCE).until(() -> onTheShelf(poisoned, "DEAD") == 1);
        await().atMost(PATIENCE).until(() -> onTheShelf(poisoned, "WAITING") == 1);
        assertThat(deadLetterOf(poisoned)).hasValueSatisfying(letter -> {
            assertThat(letter.topic()).isEqualTo(Topic.Name.TICKETS);
            assertThat(letter.reason()).contains("ReportMerged");
            assertThat(letter.consumer()).isEqualTo("ledger-service");
        });
    }

    @Test
    void whatAListenerRefuses_isUndoneAndSetAside() throws SQLException {
        // Given
        TicketId ticket = aTicket();
        ledger.refuse(ticket);
        ProducerRecord<String, byte[]> refused = anEventOf(ticket, 1);
        // When
        publish(refused);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        // Then: what the refusing listener had written is undone
        assertThat(ledger.versionsOf(ticket.toString())).isEmpty();
        assertThat(deadLetterOf(ticket))
                .hasValueSatisfying(letter -> assertThat(letter.reason()).contains("refused by the test"));
    }

    @Test
    void anEventOfAnUnknownType_isPassedOver_butKeepsItsPlace() {
        // Given
        TicketId ticket = aTicket();
        ProducerRecord<String, byte[]> fromTheFuture = anEventOf(ticket, 1);
        fromTheFuture.headers().remove(CloudEventHeader.TYPE.key());
        fromTheFuture.headers().add(CloudEventHeader.TYPE.key(), bytes("id.sigap.ticket.not-invented-yet.v1"));
        // When
        publish(fromTheFuture);
        publish(anEventOf(ticket, 2));
        // Then
        heard(ticket, 2L);
    }

    @Test
    void aRefusedForeignRecord_goesToItsTopicsDeadLetters_andStopsNobody() {
        // Given
        String key = "foreign-" + Ids.next();
        // When
        publish(new ProducerRecord<>("operator.telkomsel.confirmations", key, null));
        publish(new ProducerRecord<>("operator.telkomsel.confirmations", key, bytes("{}")));
        // Then
        await().atMost(PATIENCE).until(() -> ledger.versionsOf(key).size() == 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetter(key)).hasValueSatisfying(letter -> {
            assertThat(letter.reason()).isEqualTo("a reply needs a body");
            assertThat(letter.value()).isEmpty();
        }));
    }

    @Test
    void aRecordTooLargeToBeToldOf_isKeptWhole_andToldOfWithoutItsBytes() throws SQLException {
        // Given: as Base64 it would no longer fit into a record
        TicketId ticket = aTicket();
        byte[] large = new byte[900_000];
        // When
        publish(carrying(anEventOf(ticket, 1), large));
        // Then
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        assertThat(deadLetterOf(ticket))
                .hasValueSatisfying(letter -> assertThat(letter.value()).isEmpty());
    }

    private void heard(TicketId ticket, Long... versions) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                .containsExactly(versions));
    }

    private Optional<RecordDeadLettered> deadLetterOf(TicketId ticket) {
        return deadLetter(ticket.toString());
    }

    private Optional<RecordDeadLettered> deadLetter(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select subject from journal where topic like '%.dead-letters' and convert_from(payload, 'UTF8')::jsonb ->> 'key' = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Event event = journal.of(row.getString(1)).getFirst().event().orElseThrow();
                assertThat(row.next())
                        .as("a second dead letter of the same record")
                        .isFalse();
                return Optional.of((RecordDeadLettered) event);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private long onTheShelf(TicketId ticket, String state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from set_aside where subject = ? and state = ?")) {
            select.setString(1, ticket.toString());
            select.setString(2, state);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
