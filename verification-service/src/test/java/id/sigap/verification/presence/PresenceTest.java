package id.sigap.verification.presence;

import static id.sigap.verification.HelpDesk.awaitCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.ReportId;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class PresenceTest {

    @Inject
    Presence presence;

    @Inject
    Citizens citizens;

    @Inject
    Sql sql;

    @Test
    void whoLooks_isThere_untilTheyLeave() {
        // Given
        UUID report = submitted();
        // When
        presence.seen(report, "sari");
        presence.seen(report, "budi");
        presence.seen(report, "sari");
        presence.left(report, "budi");
        // Then
        assertThat(presence.at(report)).containsExactly("sari");
        assertThat(presence.everywhere()).containsKey(report);
    }

    @Test
    void whoFallsSilent_isGone_byTheDatabasesClock() {
        // Given
        UUID report = submitted();
        presence.seen(report, "sari");
        // When
        sql.changed("update case_presence set seen_at = seen_at - interval '51 seconds' where report = ?", report);
        // Then
        assertThat(presence.at(report)).isEmpty();
        assertThat(presence.everywhere()).doesNotContainKey(report);
    }

    @Test
    void nobodyLooks_atACaseThatThereIsNot() {
        assertThatThrownBy(() -> presence.seen(UUID.randomUUID(), "sari")).isInstanceOf(Refusal.class);
    }

    private UUID submitted() {
        ReportId report = citizens.submit(citizens.aComplaint());
        awaitCase(report, "state", "WAITING");
        return report.value();
    }
}
