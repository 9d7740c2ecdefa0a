package id.sigap.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The statements that make a service's database, as an administrator would type them. Public because a database in a container is
 * provisioned the same way.
 */
public final class ServiceProvisioning {

    private final Connection admin;

    private ServiceProvisioning(Connection admin) {
        this.admin = admin;
    }

    /** Opens a superuser's connection to a database of the server. */
    @FunctionalInterface
    public interface Superuser {
        Connection connect(String database) throws SQLException;
    }

    /**
     * Makes the database and its roles, or brings passwords and rights of existing ones up to date.
     *
     * @throws InfrastructureException if the server refuses
     */
    public static void provision(Superuser superuser, ServiceDatabase database) {
        try (var server = superuser.connect("postgres")) {
            new ServiceProvisioning(server).roles(database);
        } catch (SQLException e) {
            throw new InfrastructureException("cannot create the database " + database.name(), e);
        }
        try (var inside = superuser.connect(database.name())) {
            new ServiceProvisioning(inside).rightsInside(database);
        } catch (SQLException e) {
            throw new InfrastructureException("cannot give rights in the database " + database.name(), e);
        }
    }

    /** Roles and the database itself, over any database's connection. */
    private void roles(ServiceDatabase database) throws SQLException {
        role(database.owner(), database.ownerPassword());
        role(database.name(), database.password());
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
            execute("CREATE DATABASE %s OWNER %s".formatted(database.name(), database.owner()));
        }
        execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database.name()));
        execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(database.name(), database.name()));
        execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
    }

    /** What the roles may do inside, over a connection to the database itself. */
    private void rightsInside(ServiceDatabase database) throws SQLException {
        var owner = database.owner();
        var role = database.name();
        for (var statement : List.of(
                "ALTER SCHEMA public OWNER TO " + owner,
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE ON SCHEMA public TO " + role,
                "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %s"
                        .formatted(owner, role),
                "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT USAGE, SELECT ON SEQUENCES TO %s".formatted(owner, role))) {
            execute(statement);
        }
    }

    private void role(String name, String password) throws SQLException {
        var verb = exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
        execute("%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                .formatted(verb, name, password.replace("'", "''")));
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
