package id.sigap.reliable;

import static id.sigap.repair.audit.Finding.Kind.CHANGED;
import static id.sigap.repair.audit.Finding.Kind.DELETED;
import static id.sigap.repair.audit.Finding.Kind.NOT_AS_PUBLISHED;
import static id.sigap.repair.audit.Finding.Kind.NOT_AS_SIGNED;
import static id.sigap.repair.audit.Finding.Kind.NOT_PUBLISHED;
import static id.sigap.repair.audit.Finding.Kind.REORDERED;
import static id.sigap.repair.audit.Finding.Kind.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Event;
import id.sigap.events.TicketId;
import id.sigap.events.Topic;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import id.sigap.journal.JournalReader;
import id.sigap.journal.SignedHeads;
import id.sigap.journal.SigningKeys;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.AuditedService;
import id.sigap.repair.audit.Finding;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import id.sigap.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator with every right lays hands on a journal; the audit names the row. */
@Tag("service")
class AuditTest {

    private static final TestDatabase SENDER = LibraryTables.in("audited");
    private static final TestDatabase RECEIVER = LibraryTables.in("receiver");

    private final String subject = UUID.randomUUID().toString();
    private final String topic = "sigap.audited-" + subject;

    @BeforeEach
    void beginAnew() throws SQLException {
        KafkaBroker.createTopics(
                Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers()),
                List.of(TopicSpec.kept(topic, 2)));
        tamper(SENDER, "truncate journal, pending");
        tamper(RECEIVER, "truncate inbox_position, settled");
    }

    @Test
    void anUntouchedTrail_isWhole() throws Exception {
        // Given
        say(subject, 3);
        say(UUID.randomUUID().toString(), 2);
        publish();
        receiverFollowed(subject, 3);
        // When
        AuditReport report = audit();
        // Then
        assertThat(report.isWhole()).isTrue();
        assertThat(report.journals()).contains(new AuditReport.Followed("audited-service", "", 5, 2));
        assertThat(report.positions()).isOne();
        assertThat(report.records().orElseThrow()).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "topic = 'sigap.tickets'",
                "id = gen_random_uuid()",
                "type = 'id.sigap.sla.met.v1'",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "actor = 'officer:nobody'",
                "payload = payload || ' '::bytea",
                "trace_parent = null",
                "hash = sha256('x')",
                "previous_hash = sha256('x')"
            })
    void aChangedColumn_isNamedWithItsRow(String change) throws Exception {
        // Given
        say(subject, 4);
        // When
        tamper(SENDER, "update journal set %s where subject = '%s' and version = 3".formatted(change, subject));
        // Then
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.journal()).isEqualTo("audited-service");
            assertThat(finding.subject()).isEqualTo(subject);
            assertThat(finding.from()).isEqualTo(3);
            assertThat(finding.row()).hasValue(row(3).id());
            assertThat(finding.kind()).isEqualTo(CHANGED);
        });
    }

    @Test
    void aDeletedRow_isNamed_inTheMiddleAndAtTheBeginning() throws Exception {
        // Given
        say(subject, 4);
        // When
        tamper(SENDER, "delete from journal where subject = '%s' and version in (1, 3)".formatted(subject));
        // Then
        assertThat(findings())
                .extracting(Finding::kind, Finding::from, Finding::to)
                .containsExactly(tuple(DELETED, 1L, 1L), tuple(DELETED, 3L, 3L));
    }

    @Test
    void swappedRows_areBothNamed() throws Exception {
        // Given
        say(subject, 4);
        // When
        String swap = "update journal set version = %d where subject = '%s' and version = %d";
        tamper(SENDER, "alter table journal drop constraint journal_check");
        try {
            tamper(SENDER, swap.formatted(99, subject, 2));
            tamper(SENDER, swap.formatted(2, subject, 3));
            tamper(SENDER, swap.formatted(3, subject, 99));
            // Then
            assertThat(findings())
                    .extracting(Finding::kind, Finding::from, Finding::how)
                    .containsExactly(
                            tuple(REORDERED, 2L, "it was written as version 3"),
                            tuple(REORDERED, 3L, "it was written as version 2"));
        } finally {
            tamper(SENDER, "truncate journal");
            tamper(
                    SENDER,
                    "alter table journal add constraint journal_check check ((version = 1) = (previous_hash is null))");
        }
    }

    @Test
    void aCutOffEnd_isNamed_byAReceiver() throws Exception {
        // Given
        say(subject, 4);
        publish();
        receiverFollowed(subject, 4);
        // When
        tamper(SENDER, "delete from journal where subject = '%s' and version > 2".formatted(subject));
        // Then
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(TRUNCATED);
            assertThat(finding.from()).isEqualTo(3);
            assertThat(finding.to()).isEqualTo(4);
            assertThat(finding.how()).contains("receiving-service", "version 4");
        });
    }

    @Test
    void whatSeveralWitnessesShow_isNamedOnce() throws Exception {
        // Given
        say(subject, 4);
        publish();
        receiverFollowed(subject, 4);
        // When
        tamper(SENDER, "delete from journal where subject = '%s' and version > 2".formatted(subject));
        // Then
        assertThat(findings())
                .extracting(Finding::kind, Finding::from, Finding::to)
                .containsExactly(tuple(TRUNCATED, 3L, 4L));
    }

    @Test
    void aVanishedAggregate_isNamed_byAReceiver() throws Exception {
        // Given
        say(subject, 2);
        receiverFollowed(subject, 2);
        // When
        tamper(SENDER, "truncate journal, pending");
        // Then
        assertThat(findings())
                .extracting(Finding::kind, Finding::from, Finding::to)
                .containsExactly(tuple(TRUNCATED, 1L, 2L));
    }

    @Test
    void aCutOffEnd_isNamed_byItsPointer_beforeAnybodyHeardOfIt() throws Exception {
        // Given
        say(subject, 3);
        // When
        tamper(SENDER, "delete from journal where subject = '%s' and version = 3".formatted(subject));
        // Then
        assertThat(findings()).extracting(Finding::kind, Finding::from).containsExactly(tuple(TRUNCATED, 3L));
    }

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
    void theLastRow_rewrittenTogetherWithKafkasCopy_isNamed_byItsServicesSignature() throws Exception {
        // Given
        say(subject, 2);
        publish();
        var ends = endOfTopic();
        sign(1, SIGNING.getPrivate(), row(2));
        assertThat(signedFindings()).isEmpty();
        // When
        forgetRecordsBefore(ends);
        tamper(SENDER, "delete from journal where subject = '%s' and version = 2".formatted(subject));
        say(subject, "{\"forged\":true}");
        publish();
        // Then
        assertThat(findings()).isEmpty();
        assertThat(signedFindings())
                .extracting(Finding::kind, Finding::subject, Finding::from)
                .containsExactly(tuple(NOT_AS_SIGNED, subject, 2L));
    }

    @Test
    void statementThatIsMissing_orSomebodyElses_isNamed() throws Exception {
        // Given
        say(subject, 1);
        publish();
        // When
        sign(2, SIGNING.getPrivate(), row(1));
        sign(3, SigningKeys.generate().getPrivate(), row(1));
        // Then
        assertThat(signedFindings())
                .extracting(Finding::kind, Finding::how)
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing.toString()).contains("statement 1 is missing"),
                        forged -> assertThat(forged.toString()).contains("doesn't bear the service's signature"));
    }

    private static final KeyPair SIGNING = SigningKeys.generate();

    private List<Finding> signedFindings() throws SQLException {
        var signing = new AuditedService("audited-service", topic, SENDER::asService, Optional.of(SIGNING.getPublic()));
        try (Audit audit = new Audit(List.of(signing), (_, _, _) -> {})) {
            return audit.whole(Optional.of(KAFKA)).findings();
        }
    }

    private void sign(long number, PrivateKey key, JournalEntry head) {
        var signed = SignedHeads.sign(
                "audited-service",
                number,
                Instant.parse("2026-11-23T11:00:00Z"),
                List.of(new SignedHeads.Head(head.subject(), head.version(), head.hash())),
                key);
        var record = new ProducerRecord<>(topic, "audited-service", signed.json());
        record.headers().add(CloudEventHeader.TYPE.key(), SignedHeads.TYPE.getBytes(StandardCharsets.UTF_8));
        Topics.publish(record);
    }

    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers());

    private Map<TopicPartition, RecordsToDelete> endOfTopic() throws Exception {
        try (Admin admin = Admin.create(KAFKA)) {
            Map<TopicPartition, RecordsToDelete> ends = new HashMap<>();
            for (int partition = 0; partition < 2; partition++) {
                var place = new TopicPartition(topic, partition);
                long end = admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                        .partitionResult(place)
                        .get()
                        .offset();
                ends.put(place, RecordsToDelete.beforeOffset(end));
            }
            return ends;
        }
    }

    /** What an administrator of Kafka can do. */
    private void forgetRecordsBefore(Map<TopicPartition, RecordsToDelete> ends) throws Exception {
        try (Admin admin = Admin.create(KAFKA)) {
            admin.deleteRecords(ends).all().get();
        }
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
    void aDroppedDeadLetter_isNoWitness() throws Exception {
        // Given: a forged first event of an aggregate that never was
        receiverFollowed(subject, 1);
        dropped(subject, 1);
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

    @Test
    void oneMatter_isFollowedThroughEverythingItNames() throws Exception {
        // Given
        String report = UUID.randomUUID().toString();
        String stranger = UUID.randomUUID().toString();
        say(subject, "{\"report\":\"%s\"}".formatted(report));
        say(report, "{}");
        say(stranger, "{}");
        tamper(SENDER, "update journal set actor = 'nobody' where subject in ('%s', '%s')".formatted(report, stranger));
        // When
        try (Audit audit = new Audit(services(), (_, _, _) -> {})) {
            AuditReport found = audit.of(subject);
            // Then
            assertThat(found.journals()).extracting(AuditReport.Followed::about).containsExactly(subject, report);
            assertThat(found.findings()).extracting(Finding::subject).containsExactly(report);
        }
    }

    @Test
    void whatNobodyKnows_isRefused() throws Exception {
        try (Audit audit = new Audit(services(), (_, _, _) -> {})) {
            assertThatThrownBy(() -> audit.of(subject))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(subject);
        }
    }

    private List<Finding> findings() throws SQLException {
        return audit().findings();
    }

    private AuditReport audit() throws SQLException {
        try (Audit audit = new Audit(services(), (_, _, _) -> {})) {
            return audit.whole(Optional.of(Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers())));
        }
    }

    private List<AuditedService> services() {
        return List.of(
                new AuditedService("audited-service", topic, SENDER::asService),
                new AuditedService("receiving-service", "sigap.nothing", RECEIVER::asService));
    }

    private void say(String subject, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            say(subject, "{\"n\":%d}".formatted(i));
        }
    }

    private void say(String subject, String payload) throws SQLException {
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
    private static List<ProducerRecord<String, byte[]>> publish() throws SQLException {
        try (Outbox outbox = new Outbox(SENDER.asService(), "/sigap/audited-service")) {
            outbox.ownFreeLanes();
            List<Outbox.Entry> entries = outbox.next(1000);
            entries.forEach(entry -> Topics.publish(entry.record()));
            outbox.published(entries);
            return entries.stream().map(Outbox.Entry::record).toList();
        }
    }

    private void receiverFollowed(String subject, long version) throws SQLException {
        tamper(
                RECEIVER,
                "insert into inbox_position (topic, subject, version) values ('%s', '%s', %d)"
                        .formatted(topic, subject, version));
    }

    private void dropped(String dead, long version) throws SQLException {
        tamper(
                RECEIVER,
                "insert into settled (topic, identity, value_digest, dead_letter, subject, version, outcome, reason) values ('%s', 'x', '', gen_random_uuid(), '%s', %d, 'DROPPED', 'x')"
                        .formatted(topic, dead, version));
    }

    private JournalEntry row(int version) throws SQLException {
        try (Connection connection = SENDER.asService()) {
            return JournalReader.history(connection, subject).get(version - 1);
        }
    }

    private static void tamper(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
