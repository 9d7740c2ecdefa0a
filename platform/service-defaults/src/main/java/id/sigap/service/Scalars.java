package id.sigap.service;

import id.sigap.reliable.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One statement, one value, in the caller's transaction. Plain JDBC, for what is asked in every request: Hibernate 7.2 plans a native
 * query with a result type anew each time and keeps every plan, and looking among them took almost half of a report's time.
 */
@ApplicationScoped
public class Scalars {

    private final DataSource database;

    Scalars(DataSource database) {
        this.database = database;
    }

    /** The first row's number, such as a sequence's next. @throws IllegalStateException without a row */
    public long number(String sql, Object... parameters) {
        return numberIfAny(sql, parameters).orElseThrow(() -> new IllegalStateException("no row: " + sql));
    }

    /** The first row's number; empty without a row. */
    public Optional<Long> numberIfAny(String sql, Object... parameters) {
        return first(row -> row.getLong(1), sql, parameters);
    }

    /** The first row's moment, such as the database's clock. @throws IllegalStateException without a row */
    public Instant moment(String sql, Object... parameters) {
        return first(row -> row.getObject(1, OffsetDateTime.class), sql, parameters)
                .orElseThrow(() -> new IllegalStateException("no row: " + sql))
                .toInstant();
    }

    /** The first row's id; empty without a row. */
    public Optional<UUID> idIfAny(String sql, Object... parameters) {
        return first(row -> row.getObject(1, UUID.class), sql, parameters);
    }

    /** How many rows a statement changed. */
    public int changed(String sql, Object... parameters) {
        return run(PreparedStatement::executeUpdate, sql, parameters);
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Column<T> {
        T in(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> first(Column<T> column, String sql, Object... parameters) {
        return run(
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(column.in(row)) : Optional.empty();
                    }
                },
                sql,
                parameters);
    }

    private <T> T run(Execution<T> execution, String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return execution.of(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
