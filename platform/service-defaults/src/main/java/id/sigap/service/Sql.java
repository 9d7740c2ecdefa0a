package id.sigap.service;

import id.sigap.reliable.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A statement in the caller's transaction. Plain JDBC, for what is asked in every request or reads rows that are no entity: Hibernate 7.2
 * plans a native query with a result type anew each time and keeps every plan, and looking among them took almost half of a report's time.
 */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** What is made of a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The first row's number, such as a sequence's next. @throws IllegalStateException without a row */
    public long number(String statement, Object... parameters) {
        return numberIfAny(statement, parameters).orElseThrow(() -> new IllegalStateException("no row: " + statement));
    }

    /** The first row's number; empty without a row. */
    public Optional<Long> numberIfAny(String statement, Object... parameters) {
        return first(row -> row.getLong(1), statement, parameters);
    }

    /** The first row's moment, such as the database's clock. @throws IllegalStateException without a row */
    public Instant moment(String statement, Object... parameters) {
        return first(row -> row.getObject(1, OffsetDateTime.class), statement, parameters)
                .orElseThrow(() -> new IllegalStateException("no row: " + statement))
                .toInstant();
    }

    /** The first row's id; empty without a row. */
    public Optional<UUID> idIfAny(String statement, Object... parameters) {
        return first(row -> row.getObject(1, UUID.class), statement, parameters);
    }

    /** The first row's bytes; empty without a row. */
    public Optional<byte[]> bytesIfAny(String statement, Object... parameters) {
        return first(row -> row.getBytes(1), statement, parameters);
    }

    /** Every row, in the statement's order: for statements that say how many there are at the most. */
    public <T> List<T> rows(Reading<T> reading, String statement, Object... parameters) {
        return run(
                query -> {
                    var found = new ArrayList<T>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            found.add(reading.of(row));
                        }
                    }
                    return found;
                },
                statement,
                parameters);
    }

    /** How many rows a statement changed. */
    public int changed(String statement, Object... parameters) {
        return run(PreparedStatement::executeUpdate, statement, parameters);
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement prepared) throws SQLException;
    }

    private <T> Optional<T> first(Reading<T> reading, String statement, Object... parameters) {
        return run(
                query -> {
                    try (ResultSet row = query.executeQuery()) {
                        return row.next() ? Optional.of(reading.of(row)) : Optional.empty();
                    }
                },
                statement,
                parameters);
    }

    private <T> T run(Execution<T> execution, String statement, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return execution.of(prepared);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
