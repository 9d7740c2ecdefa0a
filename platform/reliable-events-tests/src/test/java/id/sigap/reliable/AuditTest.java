package id.sigap.reliable;

import static id.sigap.repair.audit.Finding.Kind.CHANGED;
import static id.sigap.repair.audit.Finding.Kind.DELETED;
import static id.sigap.repair.audit.Finding.Kind.REORDERED;
import static id.sigap.repair.audit.Finding.Kind.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.Finding;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator with every right lays hands on a journal; the audit names the row. */
@Tag("service")
class AuditTest extends AuditedJournals {

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
    void aDroppedDeadLetter_isNoWitness() throws Exception {
        // Given: a forged first event of an aggregate that never was
        receiverFollowed(subject, 1);
        dropped(subject, 1);
        // When, Then
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
}
