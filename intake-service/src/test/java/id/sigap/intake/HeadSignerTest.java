package id.sigap.intake;

import static io.restassured.RestAssured.given;
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
import id.sigap.testing.Tokens;
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
        Citizen first = Citizen.whoReported();
        Instant then = Instant.now();
        sign(then);
        long signed = audited().signed().orElseThrow();
        // When
        sign(then);
        // Then
        assertThat(signed).isPositive();
        assertThat(audited().signed()).hasValue(signed);
        // When
        Citizen second = Citizen.whoReported();
        sign(Instant.now());
        // Then
        assertThat(audited().signed().orElseThrow()).isGreaterThan(signed);
        assertThat(audited().findings()).extracting(Finding::subject).doesNotContain(first.report(), second.report());
    }

    @Test
    void linesCutOffFromTheEndOfAnAccessLog_areNamed() throws SQLException {
        // Given
        Citizen citizen = Citizen.whoReported();
        for (int i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .get("/api/v1/reports/" + citizen.report())
                    .then()
                    .statusCode(200);
        }
        sign(Instant.now());
        assertThat(foundInTheAccessLogOf(citizen)).isEmpty();
        // When
        cutOff(citizen, 1);
        // Then
        assertThat(foundInTheAccessLogOf(citizen)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.NOT_AS_SIGNED);
            assertThat(finding.from()).isEqualTo(3);
        });
    }

    @Test
    void anAccessLogOfWhichNothingIsLeft_isNamed() throws SQLException {
        // Given
        Citizen citizen = Citizen.whoReported();
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + citizen.report())
                .then()
                .statusCode(200);
        sign(Instant.now());
        assertThat(foundInTheAccessLogOf(citizen)).isEmpty();
        // When
        cutOff(citizen, 0);
        // Then
        assertThat(foundInTheAccessLogOf(citizen)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.NOT_AS_SIGNED);
            assertThat(finding.row()).isEmpty();
        });
    }

    private static List<Finding> foundInTheAccessLogOf(Citizen citizen) throws SQLException {
        return audited().findings().stream()
                .filter(finding -> finding.subject().equals("access log of " + citizen.report()))
                .toList();
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

    /** As the owner of the database can. @param left the last line that stays */
    private static void cutOff(Citizen citizen, int left) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "delete from access_log where sequence > %d and case_id = '%s'".formatted(left, citizen.report()));
        }
    }
}
