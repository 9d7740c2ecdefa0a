package id.sigap.intake.vault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.infrastructure.Account;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditedService;
import id.sigap.repair.audit.Finding;
import id.sigap.repair.audit.Finding.Kind;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class VaultTest {

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    @Test
    void everyRead_isLogged_withWhoAndWhat() {
        // Given
        var citizen = Citizen.whoReported();
        String evidence =
                citizen.handsIn(SampleFile.png(), "image/png").extract().path("evidence");
        String report = "/api/v1/reports/" + citizen.report();
        // When
        as(Tokens.officer())
                .get(report)
                .then()
                .statusCode(200)
                .body("reporter.name", equalTo("Rina Kartika"))
                .body("reporter.mobile", equalTo("+6281100000031"))
                .body("narrative", equalTo(Citizen.form().get("narrative")));
        as(Tokens.officer()).get(report + "/messages").then().statusCode(200);
        as(Tokens.secondOfficer()).get(report + "/evidence").then().statusCode(200);
        as(Tokens.supervisor())
                .get(report + "/evidence/" + evidence + "/content")
                .then()
                .statusCode(200);
        // Then
        as(Tokens.regulator())
                .get(report + "/accesses")
                .then()
                .statusCode(200)
                .body("items.what", contains("REPORT", "MESSAGES", "EVIDENCE_LIST", "EVIDENCE"))
                .body("items.who", contains("officer:sari", "officer:sari", "officer:budi", "supervisor:dewi"))
                .body("items[3].item", equalTo(evidence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/messages", "/evidence", "/evidence/018f0000-0000-7000-8000-000000000000/content"})
    void report_isStaffsOnly(String page) {
        // Given
        String address = "/api/v1/reports/" + Citizen.whoReported().report() + page;
        // Then
        given().get(address).then().statusCode(401).contentType("application/problem+json");
        Stream.of(Tokens.ops(), Tokens.operator(Account.TELKOMSEL))
                .forEach(token -> as(token).get(address).then().statusCode(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"018f0000-0000-7000-8000-000000000000", "1-1-1-1-1", "nonsense", "%00"})
    void reportThatIsNone_isNotFound(String id) {
        as(Tokens.officer())
                .urlEncodingEnabled(false)
                .get("/api/v1/reports/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void erasedCase_isGone_forEverybody() {
        // Given
        var citizen = Citizen.whoReported();
        String evidence =
                citizen.handsIn(SampleFile.png(), "image/png").extract().path("evidence");
        String report = "/api/v1/reports/" + citizen.report();
        as(Tokens.officer()).delete(report + "/personal-data").then().statusCode(403);
        // When
        as(Tokens.regulator()).delete(report + "/personal-data").then().statusCode(204);
        // Then
        as(Tokens.officer()).get(report).then().statusCode(410);
        as(Tokens.officer()).get(report + "/messages").then().statusCode(410);
        as(Tokens.officer())
                .get(report + "/evidence/" + evidence + "/content")
                .then()
                .statusCode(410);
        citizen.asking().get("/api/v1/report/messages").then().statusCode(410);
        citizen.handsIn(SampleFile.png(), "image/png").statusCode(410);
        assertThat(Surroundings.evidenceDirectory().resolve(evidence)).doesNotExist();
        as(Tokens.regulator()).delete(report + "/personal-data").then().statusCode(204);
        as(Tokens.regulator()).get(report + "/accesses").then().body("items.what", contains("ERASURE"));
    }

    @Test
    void accessLog_canNotBeChangedByTheService() throws SQLException {
        // Given
        try (var service = SharedInfrastructure.database(Surroundings.DATABASE).asService();
                var statement = service.createStatement()) {
            // When
            var refused = catchThrowable(() -> statement.executeUpdate("delete from access_log"));
            // Then
            assertThat(refused).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update access_log set who = 'officer:nobody' where sequence = 2 | CHANGED | 2",
                "update access_log set at = at - interval '1 hour' where sequence = 3 | CHANGED | 3",
                "update access_log set item = gen_random_uuid() where sequence = 1 | CHANGED | 1",
                "delete from access_log where sequence = 2 | DELETED | 2",
                "update access_log set sequence = null, hash = null, previous_hash = null where sequence = 3 | CHANGED | 0"
            })
    void lineOfTheAccessLog_thatAnAdministratorChanged_isNamedByTheAudit(String tampering, Kind kind, long line)
            throws SQLException {
        // Given
        var citizen = Citizen.whoReported();
        for (int i = 0; i < 3; i++) {
            as(Tokens.officer())
                    .get("/api/v1/reports/" + citizen.report())
                    .then()
                    .statusCode(200);
        }
        assertThat(foundInTheAccessLogOf(citizen)).isEmpty();
        // When
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.createStatement()) {
            statement.execute(tampering + " and case_id = '" + citizen.report() + "'");
        }
        // Then
        assertThat(foundInTheAccessLogOf(citizen)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.from()).isEqualTo(line);
        });
    }

    private static List<Finding> foundInTheAccessLogOf(Citizen citizen) throws SQLException {
        var vault = new AuditedService(
                "intake-service", "sigap.reports", SharedInfrastructure.database(Surroundings.DATABASE)::asService);
        try (var audit = new Audit(List.of(vault), (_, _, _) -> {})) {
            return audit.whole(Optional.empty()).findings().stream()
                    .filter(finding -> finding.subject().equals("access log of " + citizen.report()))
                    .toList();
        }
    }

    @Test
    void accessesOfNoCase_areNotFound() {
        as(Tokens.regulator())
                .get("/api/v1/reports/" + UUID.randomUUID() + "/accesses")
                .then()
                .statusCode(404);
    }
}
