package id.sigap.repair.audit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A service whose books are looked at.
 *
 * @param name such as {@code ticket-service}
 * @param topic the one its journal is published on
 * @param connector opens a connection that may read all of its tables
 */
public record AuditedService(String name, String topic, Connector connector) {

    /** Opens a connection. */
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }
}
