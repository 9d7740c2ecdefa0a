package id.sigap.reliable;

import static id.sigap.repair.audit.Finding.Kind.NOT_AS_PUBLISHED;
import static id.sigap.repair.audit.Finding.Kind.NOT_PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.events.Event;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import id.sigap.repair.audit.Finding;
import id.sigap.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kafka's copy shows that the journal and its receivers don't. */
@Tag("service")
class PublishedAuditTest extends AuditedJournals {

    @Test
    void aCutOffEnd_isNamed_byKafka_ifNobodyListens() throws Exception {
        // Given
        say(subject, 3);
        publish();
        // When
        tamper(SENDER, "delete from journal where subject = '%s' and version = 3".formatted(subject));
        // Then
        assertThat(findings()).extracting(Finding::kind, Finding::from).containsExactly(tuple(NOT_AS_PUBLISHED, 3L));
    }

    @Test
    void aChainWrittenAnewToItsEnd_isNamed_byKafka() throws Exception {
        // Given
        say(subject, 3);
        publish();
        // When
        tamper(SENDER, "delete from journal where subject = '%s' and version = 3".formatted(subject));
        say(subject, 1);
        // Then
        assertThat(findings()).extracting(Finding::kind, Finding::from).containsExactly(tuple(NOT_AS_PUBLISHED, 3L));
    }

    /** Each column, also those that the payload doesn't show, written anew together with the hash of the last row. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"actor", "type", "occurred_at", "trace_parent", "payload"})
    void theLastRow_rewrittenTogetherWithItsHash_isNamed_byKafka(String column) throws Exception {
        // Given
        say(subject, 3);
        publish();
        // When
        JournalEntry last = row(3);
        JournalEntry forged = JournalEntry.of(
                new Draft(
                        last.topic(),
                        last.subject(),
                        last.id(),
                        column.equals("type") ? "id.sigap.sla.met.v1" : last.type(),
                        column.equals("occurred_at") ? last.occurredAt().plusSeconds(1) : last.occurredAt(),
                        column.equals("actor") ? "officer:nobody" : last.actor(),
                        column.equals("payload") ? "{}".getBytes(StandardCharsets.UTF_8) : last.payload(),
                        column.equals("trace_parent")
                                ? TraceParent.root().toString()
                                : last.traceParent().orElseThrow()),
                3,
                last.previousHash());
        write(
                "update journal set type = ?, occurred_at = ?::timestamptz, actor = ?, payload = ?, trace_parent = ?, hash = ? where id = ?",
                forged);
        // Then
        assertThat(findings()).extracting(Finding::kind, Finding::from).containsExactly(tuple(NOT_AS_PUBLISHED, 3L));
    }

    @Test
    void aRowWithAValidHash_thatNobodySaid_isNamed() throws Exception {
        // Given
        say(subject, 2);
        publish();
        String another = UUID.randomUUID().toString();
        // When
        say(subject, 1);
        say(another, 1);
        tamper(SENDER, "delete from pending");
        // Then
        assertThat(findings())
                .extracting(Finding::kind, Finding::subject, Finding::from)
                .containsExactlyInAnyOrder(tuple(NOT_PUBLISHED, subject, 3L), tuple(NOT_PUBLISHED, another, 1L));
    }

    @Test
    void whatItsAuthorDropped_orAReceiverOfAnotherTopic_accusesAllTheSame() throws Exception {
        // Given
        Topics.publish(Topics.record(
                new Topic(topic, Event.class),
                Samples.somethingHappenedTo(TicketId.of(subject)),
                1,
                UUID.randomUUID()));
        // When
        dropped(SENDER, topic, subject, 1);
        dropped(RECEIVER, "sigap.another", subject, 1);
        // Then
        assertThat(findings()).extracting(Finding::kind).containsExactly(NOT_AS_PUBLISHED);
    }

    @Test
    void whatWaitsToBePublished_isNoFinding() throws Exception {
        // Given
        say(subject, 2);
        publish();
        // When
        say(subject, 2);
        // Then
        assertThat(findings()).isEmpty();
    }

    private void write(String statement, JournalEntry entry) throws SQLException {
        try (Connection owner = SENDER.asOwner();
                var update = owner.prepareStatement(statement)) {
            update.setString(1, entry.type());
            update.setString(2, entry.occurredAt().toString());
            update.setString(3, entry.actor());
            update.setBytes(4, entry.payload());
            update.setString(5, entry.traceParent().orElseThrow());
            update.setBytes(6, entry.hash());
            update.setObject(7, entry.id());
            update.executeUpdate();
        }
    }

    @Test
    void aStrangersRecord_underTheNameOfWhatWasPublishedToo_accusesNobody() throws Exception {
        // Given
        say(subject, 2);
        publish().forEach(record -> Topics.publish(Samples.carrying(record, Samples.bytes("{forged"))));
        // When, Then
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatAPersonHasDropped_accusesNobody_onKafkaEither() throws Exception {
        // Given
        Topics.publish(Topics.record(
                new Topic(topic, Event.class),
                Samples.somethingHappenedTo(TicketId.of(subject)),
                1,
                UUID.randomUUID()));
        assertThat(findings()).extracting(Finding::kind).containsExactly(NOT_AS_PUBLISHED);
        // When
        dropped(subject, 1);
        // Then
        assertThat(findings()).isEmpty();
    }
}
