package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
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

    @ParameterizedTest
    @EnumSource
    void committedData_surviveEveryEnd_onTheSamePort(End end) throws SQLException {
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            // Given
            server.createService(TICKET);
            inTicketAsOwner(server, "CREATE TABLE kept (word text)");
            inTicket(server, "INSERT INTO kept VALUES ('committed')");
            // When
            end.of(server);
            server.revive();
            // Then
            assertThat(wordIn(server, "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    private enum End {
        STOP,
        IMMEDIATE,
        KILL,
        KILL_WHILE_SUSPENDED;

        void of(PostgresServer server) {
            switch (this) {
                case STOP -> server.stop();
                case IMMEDIATE -> server.stopImmediately();
                case KILL -> server.kill();
                case KILL_WHILE_SUSPENDED -> {
                    server.suspend();
                    server.kill();
                }
            }
        }
    }

    @Test
    void suspended_sessionsStandStill_andGoOnWhenResumed() throws Exception {
        try (var server = PostgresServer.start(folder.resolve("pg"), 0);
                var session = server.connect("postgres");
                var statement = session.createStatement()) {
            // Given
            statement.execute("SELECT 1");
            server.suspend();
            // When
            var answer = CompletableFuture.supplyAsync(() -> answers(statement));
            // Then
            assertThat(answer).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
            server.resume();
            assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        }
    }

    private static boolean answers(Statement statement) {
        try {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cutConnections_areGone_andNewOnesWelcome() throws SQLException {
        try (var server = PostgresServer.start(folder.resolve("pg"), 0)) {
            // Given
            server.createService(TICKET);
            try (var session = login(server, "ticket", "ticket", "secret");
                    var statement = session.createStatement()) {
                statement.execute("SELECT 1");
                // When
                int cut = server.cutConnections();
                // Then
                assertThat(cut).isPositive(); // one that was closed a moment ago may not have ended yet
                assertThat(catchThrowable(() -> statement.execute("SELECT 1"))).hasMessageContaining("terminat");
                assertThat(wordIn(server, "SELECT 'welcome'")).isEqualTo("welcome");
            }
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
