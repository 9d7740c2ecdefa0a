package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.somethingHappenedTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.journal.JournalEntry;
import id.sigap.journal.Shards;
import id.sigap.testing.WithSigapInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class RelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Journal journal;

    @Inject
    DataSource database;

    @Inject
    RelayConfig config;

    @Inject
    Ledger ledger;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final List<Relay> relays = new ArrayList<>();

    @AfterEach
    void stopRelays() throws InterruptedException {
        for (Relay relay : relays) {
            relay.stop(null);
        }
    }

    @Test
    void whatIsCommittedWithoutARelay_isPublishedByTheNextOne() throws SQLException {
        // Given
        TicketId ticket = aTicket();
        say(ticket, 3);
        assertThat(pendingOf(ticket)).isEqualTo(3);
        // When
        startARelay();
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                .containsExactly(1L, 2L, 3L));
        await().atMost(PATIENCE).until(() -> pendingOf(ticket) == 0);
    }

    @Test
    void whatIsRolledBack_wasNeverSaid() {
        // Given
        TicketId ticket = aTicket();
        // When
        Throwable failure =
                catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.append(somethingHappenedTo(ticket));
                    throw new IllegalStateException("the change failed after all");
                }));
        // Then
        assertThat(failure).hasMessage("the change failed after all");
        assertThat(journal.of(ticket.toString())).isEmpty();
    }

    @Test
    void saying_needsATransaction() {
        assertThatThrownBy(() -> journal.append(somethingHappenedTo(aTicket())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void whatWasPublishedButNotCrossedOff_isPublishedAgain_andHeardOnce() throws SQLException {
        // Given: a relay that died between Kafka's acknowledgement and the deletion leaves just this behind
        TicketId ticket = aTicket();
        say(ticket, 2);
        startARelay();
        await().atMost(PATIENCE)
                .until(() -> ledger.versionsOf(ticket.toString()).size() == 2);
        await().atMost(PATIENCE).until(() -> pendingOf(ticket) == 0);
        execute(
                "insert into pending (shard, subject, version) select %d, subject, version from journal where subject = '%s'"
                        .formatted(Shards.of(ticket.toString()), ticket));
        // When
        say(ticket, 1);
        // Then
        await().atMost(PATIENCE).until(() -> pendingOf(ticket) == 0);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                .containsExactly(1L, 2L, 3L));
    }

    @Test
    void whenTheOwnerDies_anotherRelayGoesOn() throws Exception {
        // Given
        Relay owner = startARelay();
        TicketId ticket = aTicket();
        say(ticket, 1);
        await().atMost(PATIENCE).until(() -> pendingOf(ticket) == 0);
        startARelay();
        // When: the owner's connection is cut, and it does not come back
        killOwnersConnections();
        owner.stop(null);
        say(ticket, 2);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                .containsExactly(1L, 2L, 3L));
    }

    @Test
    void underManyWriters_andARelayThatKeepsBreaking_eachAggregateKeepsItsOrder() throws Exception {
        // Given
        startARelay();
        startARelay();
        List<TicketId> tickets =
                LongStream.range(0, 20).mapToObj(_ -> aTicket()).toList();
        // When
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (TicketId ticket : tickets) {
                writers.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        say(ticket, 2);
                    }
                });
            }
            for (int i = 0; i < 5; i++) {
                await().pollDelay(Duration.ofMillis(150)).until(() -> true);
                killOwnersConnections();
            }
        }
        // Then
        Long[] all = LongStream.rangeClosed(1, 50).boxed().toArray(Long[]::new);
        for (TicketId ticket : tickets) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                    .containsExactly(all));
        }
        assertThat(count("select count(*) from set_aside where subject in (%s)".formatted(quoted(tickets))))
                .isZero();
    }

    @Test
    void theJournal_isAChain() {
        // Given
        TicketId ticket = aTicket();
        // When
        say(ticket, 2);
        say(ticket, 1);
        // Then
        byte[] previous = null;
        List<JournalEntry> history = journal.of(ticket.toString());
        for (JournalEntry entry : history) {
            assertThat(entry.hash()).isEqualTo(entry.hashAfter(Optional.ofNullable(previous)));
            assertThat(entry.previousHash().orElse(null)).isEqualTo(previous);
            previous = entry.hash();
        }
        assertThat(history).extracting(JournalEntry::version).containsExactly(1L, 2L, 3L);
    }

    private Relay startARelay() {
        Relay relay = new Relay(database, kafka, new RunningRelay(config), "ledger-service", new SimpleMeterRegistry());
        relay.start(null);
        relays.add(relay);
        return relay;
    }

    private void say(TicketId ticket, int times) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < times; i++) {
                journal.append(somethingHappenedTo(ticket));
            }
        });
    }

    private long pendingOf(TicketId ticket) throws SQLException {
        return count("select count(*) from pending where subject = '%s'".formatted(ticket));
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void killOwnersConnections() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()");
        }
    }

    private static String quoted(List<TicketId> tickets) {
        return String.join(",", tickets.stream().map(t -> "'" + t + "'").toArray(String[]::new));
    }
}
