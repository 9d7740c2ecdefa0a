package id.sigap.reliable;

import static id.sigap.repair.audit.Finding.Kind.NOT_AS_SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.events.CloudEventHeader;
import id.sigap.journal.JournalEntry;
import id.sigap.journal.SignedHeads;
import id.sigap.journal.SigningKeys;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.AuditedService;
import id.sigap.repair.audit.Finding;
import id.sigap.testing.Topics;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only the service's signature shows: the journal and Kafka's copy were written anew together. */
@Tag("service")
class SignedAuditTest extends AuditedJournals {

    @Test
    void theLastRow_rewrittenTogetherWithKafkasCopy_isNamed_byItsServicesSignature() throws Exception {
        // Given
        say(subject, 2);
        publish();
        var ends = endOfTopic();
        sign(1, SIGNING.getPrivate(), row(2));
        remember(1);
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
        remember(2);
        sign(3, SigningKeys.generate().getPrivate(), row(1));
        // Then
        assertThat(signedFindings())
                .extracting(Finding::kind, Finding::how)
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing.toString()).contains("statement 1 is missing"),
                        forged -> assertThat(forged.toString()).contains("doesn't bear the service's signature"));
    }

    private static final Instant SIGNED_AT = Instant.parse("2026-11-23T11:00:00Z");

    private static final KeyPair SIGNING = SigningKeys.generate();

    @Test
    void lastStatement_isTold_andTheServiceRemembersIt() throws Exception {
        // Given
        say(subject, 1);
        publish();
        sign(1, SIGNING.getPrivate(), row(1));
        remember(1);
        // When
        AuditReport report = signedReport();
        // Then
        assertThat(report.findings()).isEmpty();
        assertThat(report.statements()).containsExactly(new AuditReport.Statement("audited-service", 1, SIGNED_AT));
        assertThat(report.statements().getFirst().unsignedSince()).isEqualTo("2026-11-23T10:59:00Z");
    }

    @Test
    void statementCutOffFromKafkasEnd_isNamed_byWhatTheServiceRemembers() throws Exception {
        // Given
        say(subject, 1);
        publish();
        sign(1, SIGNING.getPrivate(), row(1));
        // When
        remember(1);
        remember(2);
        // Then
        assertThat(signedFindings())
                .extracting(Finding::kind, Finding::from, Finding::how)
                .containsExactly(tuple(
                        NOT_AS_SIGNED,
                        2L,
                        "the service remembers statement 2, Kafka's last is 1: the end was cut off"));
    }

    @Test
    void statementTheServiceDoesNotRemember_isNamed_unlessItWasSignedAMomentAgo() throws Exception {
        // Given
        say(subject, 1);
        publish();
        sign(1, SIGNING.getPrivate(), row(1));
        remember(1);
        // When
        sign(2, Instant.now().truncatedTo(ChronoUnit.MILLIS), SIGNING.getPrivate(), row(1));
        // Then
        assertThat(signedFindings()).isEmpty();
        // When
        sign(3, SIGNING.getPrivate(), row(1));
        // Then
        assertThat(signedFindings()).extracting(Finding::kind, Finding::from).containsExactly(tuple(NOT_AS_SIGNED, 3L));
    }

    @Test
    void journalOfWhichNothingWasEverSigned_isNamed_onceItIsOld() throws Exception {
        // Given
        say(subject, 1);
        publish();
        assertThat(signedFindings()).isEmpty();
        // When
        tamper(SENDER, "update journal set recorded_at = recorded_at - interval '121 minutes'");
        // Then
        assertThat(findings()).isEmpty();
        assertThat(signedFindings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(NOT_AS_SIGNED);
            assertThat(finding.how()).contains("nothing was ever signed");
        });
    }

    private List<Finding> signedFindings() throws SQLException {
        return signedReport().findings();
    }

    private AuditReport signedReport() throws SQLException {
        var signing = new AuditedService("audited-service", topic, SENDER::asService, Optional.of(SIGNING.getPublic()));
        try (Audit audit = new Audit(List.of(signing), (_, _, _) -> {})) {
            return audit.whole(Optional.of(KAFKA));
        }
    }

    private void remember(long number) throws SQLException {
        tamper(SENDER, "insert into signed_heads values (%d, now(), now(), 1)".formatted(number));
    }

    private void sign(long number, PrivateKey key, JournalEntry head) {
        sign(number, SIGNED_AT, key, head);
    }

    private void sign(long number, Instant at, PrivateKey key, JournalEntry head) {
        var signed = SignedHeads.sign(
                "audited-service",
                number,
                at,
                List.of(new SignedHeads.Head(head.subject(), head.version(), head.hash())),
                key);
        var record = new ProducerRecord<>(topic, "audited-service", signed.json());
        record.headers().add(CloudEventHeader.TYPE.key(), SignedHeads.TYPE.getBytes(StandardCharsets.UTF_8));
        Topics.publish(record);
    }

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
}
