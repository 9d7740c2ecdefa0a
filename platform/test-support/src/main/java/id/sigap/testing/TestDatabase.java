package id.sigap.testing;

import id.sigap.infrastructure.ServiceDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A service's database in tests.
 *
 * @param jdbcUrl its address
 * @param roles who owns it and who lives in it
 */
public record TestDatabase(String jdbcUrl, ServiceDatabase roles) {

    /** A connection with the rights the service has at run time. */
    public Connection asService() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, roles.name(), roles.password());
    }

    /** A connection that may change tables, as Flyway does. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, roles.owner(), roles.ownerPassword());
    }

    /** What Quarkus wants to know of it. */
    Map<String, String> quarkusProperties() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.username", roles.name(),
                "quarkus.datasource.password", roles.password(),
                "quarkus.flyway.username", roles.owner(),
                "quarkus.flyway.password", roles.ownerPassword());
    }
}
