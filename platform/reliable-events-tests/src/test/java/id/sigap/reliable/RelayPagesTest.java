package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.somethingHappenedTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.journal.Draft;
import id.sigap.journal.Shards;
import id.sigap.testing.TopicReader;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A backlog of many pages, several of which are under way at once. */
@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class RelayPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A quarter of what {@link RunningRelay} lets be under way. */
    private static final int PAGE = 10;
    /** More than the producer takes, in bytes. */
    private static final int TOO_LARGE = 2_000_000;

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

    private Relay relay;

    @BeforeEach
    void forgetWhatOthersLeft() throws SQLException {
        execute("delete from pending");
    }

    @AfterEach
    void stopTheRelay() throws Exception {
        relay.stop(null);
        execute("delete from pending");
    }

    @Test
    void aBacklogOfManyPages_isPublishedInOrder_andCrossedOff() throws SQLException {
        // Given: more events of each aggregate than a page holds
        List<TicketId> tickets = Stream.generate(Samples::aTicket).limit(8).toList();
        tickets.forEach(ticket -> say(ticket, 3 * PAGE));
        // When
        startTheRelay();
        // Then
        Long[] all = LongStream.rangeClosed(1, 3 * PAGE).boxed().toArray(Long[]::new);
        for (TicketId ticket : tickets) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                    .containsExactly(all));
        }
        await().atMost(PATIENCE).until(() -> pending().isEmpty());
    }

    @Test
    void anEventThatCannotBeSent_stopsWhatStandsBehindIt_andNothingElse() throws SQLException {
        // Given: on the last lane, so that whole pages go before it and some are under way with it
        TicketId large = Stream.generate(Samples::aTicket)
                .filter(ticket -> Shards.of(ticket.toString()) == Shards.COUNT - 1)
                .findFirst()
                .orElseThrow();
        Stream.generate(Samples::aTicket).limit(6 * PAGE).forEach(ticket -> say(ticket, 1));
        sayTooMuch(large);
        List<String> waiting = pending();
        List<String> staying = waiting.subList(waiting.indexOf(large.toString()), waiting.size());
        // When
        startTheRelay();
        // Then
        await().atMost(PATIENCE).during(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(pending())
                .isEqualTo(staying));
    }

    @Test
    void anEventTheProducerRefuses_isNotOvertakenByItsSuccessor() throws SQLException {
        // Given
        TicketId large = aTicket();
        sayTooMuch(large);
        say(large, 1);
        // When
        startTheRelay();
        // Then
        try (TopicReader tickets = TopicReader.of(Topic.TICKETS)) {
            await().atMost(PATIENCE).during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                            tickets.allOf(large.toString()))
                    .isEmpty());
        }
    }

    @Test
    void whatIsSaidBehindTheReading_isPublishedInTheNextRound() throws SQLException {
        // Given: the relay has read to the end of a backlog and begins anew
        startTheRelay();
        TicketId early = aTicket();
        say(early, 1);
        Stream.generate(Samples::aTicket).limit(3 * PAGE).forEach(ticket -> say(ticket, 1));
        await().atMost(PATIENCE).until(() -> pending().isEmpty());
        // When
        say(early, 2);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(early.toString()))
                .containsExactly(1L, 2L, 3L));
    }

    private void startTheRelay() {
        relay = new Relay(database, kafka, new RunningRelay(config), "ledger-service", new SimpleMeterRegistry());
        relay.start(null);
    }

    private void say(TicketId ticket, int times) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < times; i++) {
                journal.append(somethingHappenedTo(ticket));
            }
        });
    }

    private void sayTooMuch(TicketId ticket) throws SQLException {
        try (Connection connection = database.getConnection()) {
            JournalTable.append(
                    connection,
                    List.of(new Draft(
                            Topic.TICKETS.name(),
                            ticket.toString(),
                            Ids.next(),
                            "id.sigap.ticket.report-merged.v1",
                            Instant.parse("2026-11-23T10:00:00Z"),
                            "system",
                            new byte[TOO_LARGE],
                            TraceParent.root().toString())));
        }
    }

    /** The subjects of all pointers, as the relay reads them. */
    private List<String> pending() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select subject from pending order by shard, subject, version")) {
            List<String> subjects = new ArrayList<>();
            while (row.next()) {
                subjects.add(row.getString(1));
            }
            return subjects;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
