package id.sigap.repair.audit;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A service whose books are looked at.
 *
 * @param name such as {@code ticket-service}
 * @param topic the one its journal is published on
 * @param connector opens a connection that may read all of its tables
 * @param key by which its signatures are checked; without one they aren't
 */
public record AuditedService(String name, String topic, Connector connector, Optional<PublicKey> key) {

    public AuditedService(String name, String topic, Connector connector) {
        this(name, topic, connector, Optional.empty());
    }

    /** Opens a connection. */
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }
}
