package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final ServiceDatabase TICKET = new ServiceDatabase("ticket", "owner-secret", "secret");
    private static final ServiceDatabase INTAKE = new ServiceDatabase("intake", "other-owner-secret", "other-secret");

    @TempDir
    Path folder;

    @Test
    void data_surviveARestart() throws SQLException {
        // Given
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            server.createService(TICKET);
            inTicketAsOwner(server, "CREATE TABLE kept (word text)");
            inTicket(server, "INSERT INTO kept VALUES ('still here')");
        }
        // When
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            server.createService(TICKET);
            // Then
            assertThat(wordIn(server, "SELECT word FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void committedData_surviveKillMinusNine() throws SQLException {
        // Given
        var server = PostgresServer.start(folder.resolve("pg"), 0);
        server.createService(TICKET);
        inTicketAsOwner(server, "CREATE TABLE kept (word text)");
        inTicket(server, "INSERT INTO kept VALUES ('committed')");
        // When
        server.kill();
        // Then
        try (var again = PostgresServer.start(folder.resolve("pg"), 0)) {
            assertThat(wordIn(again, "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    void serviceRole_staysInItsOwnDatabaseAndChangesNoTable() throws SQLException {
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            // Given
            server.createService(TICKET);
            server.createService(INTAKE);
            inTicketAsOwner(server, "CREATE TABLE kept (word text)");
            // When
            var elsewhere = catchThrowable(
                    () -> login(server, "intake", "ticket", "secret").close());
            var postgres = catchThrowable(
                    () -> login(server, "postgres", "ticket", "secret").close());
            var dropping = catchThrowable(() -> inTicket(server, "DROP TABLE kept"));
            var creating = catchThrowable(() -> inTicket(server, "CREATE TABLE mine (word text)"));
            // Then
            assertThat(elsewhere).hasMessageContaining("permission denied for database \"intake\"");
            assertThat(postgres).hasMessageContaining("permission denied for database \"postgres\"");
            assertThat(dropping).hasMessageContaining("must be owner");
            assertThat(creating).hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void serviceRole_needsItsPassword() {
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            // Given
            server.createService(TICKET);
            // When
            var refused = catchThrowable(
                    () -> login(server, "ticket", "ticket", "guessed").close());
            // Then
            assertThat(refused).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void acknowledgedMeansOnDisk() throws SQLException {
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            server.createService(TICKET);
            // When
            var fsync = wordIn(server, "SHOW fsync");
            var commit = wordIn(server, "SHOW synchronous_commit");
            // Then
            assertThat(fsync).isEqualTo("on");
            assertThat(commit).isEqualTo("on");
        }
    }

    private static void inTicketAsOwner(PostgresServer server, String sql) throws SQLException {
        try (var connection = login(server, "ticket", TICKET.owner(), TICKET.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void inTicket(PostgresServer server, String sql) throws SQLException {
        try (var connection = login(server, "ticket", "ticket", "secret");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String wordIn(PostgresServer server, String query) throws SQLException {
        try (var connection = login(server, "ticket", "ticket", "secret");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection login(PostgresServer server, String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), user, password);
    }
}
