package id.sigap.faults.check.snapshot;

import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads every table of a service's database in one transaction, so that they fit together. */
final class DatabaseReader {

    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = 'public' and table_type = 'BASE TABLE'";

    private DatabaseReader() {}

    static Database read(Stack stack, Service service) {
        try (Connection connection =
                DriverManager.getConnection(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "")) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, List<Row>> tables = new HashMap<>();
            for (String table : names(connection)) {
                tables.put(table, rows(connection, table));
            }
            return new Database(tables, journal(service, tables.getOrDefault("journal", List.of())));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the database of " + service + ": " + e.getMessage(), e);
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static List<Row> rows(Connection connection, String table) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                Map<String, Object> values = new HashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    values.put(columns.getColumnName(i), plain(row.getObject(i)));
                }
                rows.add(new Row(values));
            }
        }
        return rows;
    }

    private static Object plain(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Timestamp time -> time.toInstant();
            case UUID id -> id.toString();
            case Array array ->
                Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            case byte[] bytes -> bytes;
            default -> value.toString();
        };
    }

    private static List<Entry> journal(Service service, List<Row> rows) {
        return rows.stream()
                .map(row -> new Entry(
                        service,
                        row.text("subject"),
                        row.number("version"),
                        row.text("id"),
                        row.text("topic"),
                        row.text("type"),
                        row.time("occurred_at").orElse(Instant.MIN),
                        row.time("recorded_at").orElse(Instant.MIN),
                        row.text("actor"),
                        row.bytes("payload"),
                        row.text("trace_parent"),
                        row.bytes("previous_hash"),
                        row.bytes("hash")))
                .sorted(Comparator.comparing(Entry::subject).thenComparing(Entry::version))
                .toList();
    }
}
