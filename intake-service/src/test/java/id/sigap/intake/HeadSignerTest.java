package id.sigap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.journal.SigningKeys;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.AuditedService;
import id.sigap.repair.audit.Finding;
import id.sigap.service.audit.HeadSigner;
import id.sigap.testing.SharedInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class HeadSignerTest {

    private static final KeyPair KEY = SigningKeys.generate();

    @Inject
    HeadSigner signer;

    @Test
    void endsOfAllChains_areSignedOnce_andAgainOnlyAfterTheyHaveGoneOn() throws SQLException {
        // Given
        Citizen.whoReported();
        Instant then = Instant.now();
        sign(then);
        long signed = audited().signed().orElseThrow();
        // When
        sign(then);
        // Then
        assertThat(signed).isPositive();
        assertThat(audited().signed()).hasValue(signed);
        // When
        Citizen.whoReported();
        sign(Instant.now());
        // Then
        assertThat(audited().signed().orElseThrow()).isGreaterThan(signed);
        assertThat(audited().findings()).extracting(Finding::kind).doesNotContain(Finding.Kind.NOT_AS_SIGNED);
    }

    private void sign(Instant through) {
        QuarkusTransaction.requiringNew().run(() -> signer.sign(KEY.getPrivate(), through));
    }

    private static AuditReport audited() throws SQLException {
        var vault = new AuditedService(
                "intake-service",
                "sigap.reports",
                SharedInfrastructure.database(Surroundings.DATABASE)::asService,
                Optional.of(KEY.getPublic()));
        try (var audit = new Audit(List.of(vault), (_, _, _) -> {})) {
            return audit.whole(Optional.of(Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers())));
        }
    }
}
