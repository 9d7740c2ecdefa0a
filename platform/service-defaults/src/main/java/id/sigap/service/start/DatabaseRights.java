package id.sigap.service.start;

import id.sigap.reliable.DatabaseFailure;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** A service works with a role that can't unsay what was said: it owns no table and writes neither past nor schema. In production it doesn't start with any other. */
@ApplicationScoped
public class DatabaseRights {

    private static final String WHAT_IS_TOO_MUCH = """
            select format('its role %s owns the table %s, or may act as who does', current_user, c.relname)
            from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'USAGE')
            union all
            select format('its role %s may change tables of the schema', current_user)
            where has_schema_privilege(current_schema(), 'CREATE')
            union all
            select format('its role %s may %s rows of %s', current_user, lower(may), c.relname)
            from pg_class c, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) may
            where c.relnamespace = current_schema()::regnamespace
              and (c.relname = 'flyway_schema_history' or c.relname = any(?) and may <> 'INSERT')
              and has_table_privilege(c.oid, may)
            order by 1""";

    /** Tables of all services that are only added to: those on which a migration takes UPDATE and DELETE from the role. */
    static final Set<String> APPEND_ONLY = Set.of(
            "journal", "settled", "stepped_over", "signed_heads", "access_log", "evidence_store", "vault_key_check");

    private final DataSource database;

    DatabaseRights(DataSource database) {
        this.database = database;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (LaunchMode.current().isDevOrTest()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            List<String> faults = faults(connection);
            if (!faults.isEmpty()) {
                throw new StartRefused(faults);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** What the connection's role may do though a service must not. */
    public static List<String> faults(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WHAT_IS_TOO_MUCH)) {
            select.setArray(1, connection.createArrayOf("text", APPEND_ONLY.toArray()));
            List<String> faults = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    faults.add(
                            row.getString(1)
                                    + ": give the service a role of its own, apart from the owner's (quarkus.datasource.username, quarkus.flyway.username)");
                }
            }
            return faults;
        }
    }
}
