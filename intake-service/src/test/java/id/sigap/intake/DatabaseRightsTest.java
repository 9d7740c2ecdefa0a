package id.sigap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.service.start.DatabaseRights;
import id.sigap.testing.SharedInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class DatabaseRightsTest {

    @Test
    void roleOfTheService_mayNothingTooMuch() throws SQLException {
        try (var service = SharedInfrastructure.database(Surroundings.DATABASE).asService()) {
            assertThat(DatabaseRights.faults(service)).isEmpty();
        }
    }

    @Test
    void owner_isNoRoleForAService() throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner()) {
            assertThat(DatabaseRights.faults(owner))
                    .anyMatch(fault -> fault.contains("owns the table journal"))
                    .anyMatch(fault -> fault.contains("may change tables of the schema"))
                    .allMatch(fault -> fault.contains("quarkus.datasource.username"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "update on flyway_schema_history, may update rows of flyway_schema_history",
        "insert on flyway_schema_history, may insert rows of flyway_schema_history",
        "delete on journal, may delete rows of journal",
        "update on access_log, may update rows of access_log",
        "delete on signed_heads, may delete rows of signed_heads",
        "update on stepped_over, may update rows of stepped_over",
        "update on vault_key_check, may update rows of vault_key_check",
        "truncate on settled, may truncate rows of settled",
        "create on schema public, may change tables of the schema"
    })
    void everyRightTooMuch_isNamed(String right, String fault) throws SQLException {
        var database = SharedInfrastructure.database(Surroundings.DATABASE);
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var service = database.asService()) {
            // Given
            statement.execute("grant %s to %s".formatted(right, database.roles().name()));
            try {
                // When
                var faults = DatabaseRights.faults(service);
                // Then
                assertThat(faults).singleElement().asString().contains(fault);
            } finally {
                statement.execute(
                        "revoke %s from %s".formatted(right, database.roles().name()));
            }
        }
    }
}
