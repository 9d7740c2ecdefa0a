package id.sigap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.Topic;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.infrastructure.Account;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class SharedInfrastructureTest {

    @Test
    void publishedEvent_isReadBackWithItsHeaders() {
        try (var reader = TopicReader.of(Topic.REPORTS)) {
            // Given
            var event = new ReportWithdrawn(new ReportId(UUID.randomUUID()), Instant.parse("2026-01-05T03:00:00Z"));
            // When
            var id = Topics.publish(event, 4);
            // Then
            assertThat(reader.await(event.subject(), ReportWithdrawn.class)).isEqualTo(event);
            assertThat(reader.allOf(event.subject())).singleElement().satisfies(seen -> {
                assertThat(seen.id()).isEqualTo(id.toString());
                assertThat(seen.sequence()).isEqualTo(4);
            });
        }
    }

    @Test
    void everyOperator_hasItsTopics() {
        // Given
        var topic = Topic.confirmationsOf(new OperatorCode("XLSMART"));
        try (var reader = TopicReader.of(topic)) {
            // When
            var records = reader.all();
            // Then
            assertThat(records).isEmpty();
        }
    }

    @Test
    void serviceInADatabase_writesRowsButNoTables() throws SQLException {
        // Given
        var database = SharedInfrastructure.database("ticket");
        try (var owner = database.asOwner();
                var migration = owner.createStatement()) {
            migration.execute("CREATE TABLE IF NOT EXISTS kept (word text)");
        }
        // When
        try (var service = database.asService();
                var statement = service.createStatement()) {
            int written = statement.executeUpdate("INSERT INTO kept VALUES ('row')");
            var refused = catchThrowable(() -> statement.execute("DROP TABLE kept"));
            // Then
            assertThat(written).isEqualTo(1);
            assertThat(refused).hasMessageContaining("must be owner");
        }
    }

    @Test
    void tokens_areOfWhoIsNamed() {
        // When
        var officer = payload(Tokens.officer());
        var operator = payload(Tokens.operator(Account.INDOSAT));
        // Then
        assertThat(officer).contains("\"sub\":\"sari\"").contains("\"roles\":[\"officer\"]");
        assertThat(operator).contains("\"operator\":\"INDOSAT\"").contains("\"roles\":[\"operator\"]");
    }

    @Test
    void properties_tellQuarkusWhereEverythingIs() {
        // Given
        var resource = new SigapInfrastructure();
        resource.init(Map.of("database", "ticket"));
        // When
        var properties = resource.start();
        // Then
        assertThat(properties)
                .containsEntry("quarkus.datasource.username", "ticket")
                .containsEntry("quarkus.flyway.username", "ticket_owner")
                .containsEntry("kafka.bootstrap.servers", SharedInfrastructure.bootstrapServers())
                .containsEntry("quarkus.mailer.mock", "false")
                .containsKeys("quarkus.oidc.auth-server-url", "quarkus.datasource.jdbc.url", "quarkus.mailer.port");
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
