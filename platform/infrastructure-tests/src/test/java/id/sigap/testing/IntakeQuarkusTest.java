package id.sigap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Another database means another start of Quarkus, with other class loaders, over the same servers. */
@QuarkusTest
@WithSigapInfrastructure(database = "intake")
@Tag("service")
class IntakeQuarkusTest {

    @Inject
    AgroalDataSource database;

    @Test
    void otherService_hasItsOwnDatabaseOnTheSameServer() throws SQLException {
        try (var connection = database.getConnection()) {
            // When
            var address = connection.getMetaData().getURL();
            // Then
            assertThat(address).endsWith("/intake");
            assertThat(address.replace("/intake", "/ticket"))
                    .isEqualTo(SharedInfrastructure.database("ticket").jdbcUrl());
        }
    }

    @Test
    void broker_isStartedOncePerTestJvm() {
        // When
        try (var children = ProcessHandle.current().children()) {
            var brokers = children.filter(IntakeQuarkusTest::isBroker).count();
            // Then
            assertThat(brokers).isLessThanOrEqualTo(1);
        }
    }

    private static boolean isBroker(ProcessHandle child) {
        return child.info()
                .commandLine()
                .filter(line -> line.contains("kafka.Kafka"))
                .isPresent();
    }
}
