package id.sigap.reliable;

import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import id.sigap.journal.JournalReader;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.AuditedService;
import id.sigap.repair.audit.Finding;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import id.sigap.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;

/** Two services' journals, anew for each test: one says, the other has heard. */
abstract class AuditedJournals {

    static final TestDatabase SENDER = LibraryTables.in("audited");
    static final TestDatabase RECEIVER = LibraryTables.in("receiver");

    final String subject = UUID.randomUUID().toString();
    final String topic = "sigap.audited-" + subject;

    @BeforeEach
    void beginAnew() throws SQLException {
        KafkaBroker.createTopics(
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()),
                List.of(TopicSpec.kept(topic, 2)));
        tamper(
                SENDER,
                "create table if not exists signed_heads (number bigint primary key, through timestamptz not null, signed_at timestamptz not null, heads int not null)");
        tamper(SENDER, "grant select on signed_heads to public");
        tamper(SENDER, "truncate journal, pending, settled, signed_heads");
        tamper(RECEIVER, "truncate inbox_position, settled");
    }

    static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers());

    List<Finding> findings() throws SQLException {
        return audit().findings();
    }

    AuditReport audit() throws SQLException {
        try (Audit audit = new Audit(services(), (_, _, _) -> {})) {
            return audit.whole(Optional.of(Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers())));
        }
    }

    List<AuditedService> services() {
        return List.of(
                new AuditedService("audited-service", topic, SENDER::asService),
                new AuditedService("receiving-service", "sigap.nothing", RECEIVER::asService));
    }

    void say(String subject, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            say(subject, "{\"n\":%d}".formatted(i));
        }
    }

    void say(String subject, String payload) throws SQLException {
        try (Connection connection = SENDER.asService()) {
            JournalTable.append(
                    connection,
                    List.of(new Draft(
                            topic,
                            subject,
                            Ids.next(),
                            "id.sigap.sla.breached.v1",
                            Instant.parse("2026-11-23T10:00:00Z"),
                            "system",
                            payload.getBytes(StandardCharsets.UTF_8),
                            TraceParent.root().toString())));
        }
    }

    /** As the relay does. */
    static List<ProducerRecord<String, byte[]>> publish() throws SQLException {
        try (Outbox outbox = new Outbox(SENDER.asService(), "/sigap/audited-service")) {
            outbox.ownFreeLanes();
            List<Outbox.Entry> entries = outbox.next(1000);
            entries.forEach(entry -> Topics.publish(entry.record()));
            outbox.published(entries);
            return entries.stream().map(Outbox.Entry::record).toList();
        }
    }

    void receiverFollowed(String subject, long version) throws SQLException {
        tamper(
                RECEIVER,
                "insert into inbox_position (topic, subject, version) values ('%s', '%s', %d)"
                        .formatted(topic, subject, version));
    }

    void dropped(String dead, long version) throws SQLException {
        dropped(RECEIVER, topic, dead, version);
    }

    static void dropped(TestDatabase by, String topic, String dead, long version) throws SQLException {
        tamper(
                by,
                "insert into settled (topic, identity, value_digest, dead_letter, subject, version, outcome, reason) values ('%s', 'x', '', gen_random_uuid(), '%s', %d, 'DROPPED', 'x')"
                        .formatted(topic, dead, version));
    }

    JournalEntry row(int version) throws SQLException {
        try (Connection connection = SENDER.asService()) {
            return JournalReader.history(connection, subject).get(version - 1);
        }
    }

    static void tamper(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
