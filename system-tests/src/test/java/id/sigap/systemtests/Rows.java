package id.sigap.systemtests;

import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What lies in the services' databases. */
final class Rows {

    private Rows() {}

    /** The answer, a single number, of one service's database. */
    static long count(Stack stack, Service service, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
