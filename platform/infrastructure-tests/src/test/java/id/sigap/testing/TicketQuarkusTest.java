package id.sigap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
@Tag("service")
class TicketQuarkusTest {

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void service_isInItsDatabaseWithItsRole() throws SQLException {
        // When
        var user = user();
        // Then
        assertThat(user).isEqualTo("ticket");
    }

    @Test
    void broker_isTheOneThatTheTestSpeaksTo() {
        // When
        var known = SharedInfrastructure.bootstrapServers();
        // Then
        assertThat(bootstrapServers).isEqualTo(known);
    }

    private String user() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
