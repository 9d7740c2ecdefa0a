package id.sigap.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of its own on the loopback address. Its data folder outlives it. */
public final class PostgresServer implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final long STOP_SECONDS = 10;

    private final EmbeddedPostgres server;
    private final long pid;

    private PostgresServer(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
        Reaper.ofThisProcess().adopt(pid, Reaper.Signal.INT);
    }

    /**
     * Starts a server over a data folder, which is made when it isn't there.
     *
     * @param dataDir the server's own folder; the log is {@code <dataDir>.log} beside it
     * @param port to listen on, 0 for a free one
     * @throws InfrastructureException if it doesn't come up
     */
    public static PostgresServer start(Path dataDir, int port) {
        var data = dataDir.toAbsolutePath();
        var log = data.resolveSibling(data.getFileName() + ".log");
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Files.createDirectories(data.getParent());
                return new PostgresServer(launch(data, port, log), pidIn(data));
            } catch (IOException e) {
                // after kill -9 the first start may find a stale postmaster.pid or shared memory still held, and clears
                // it
                last = e;
            }
        }
        throw new InfrastructureException("PostgreSQL didn't start over " + data + "; its log: " + log, last);
    }

    private static EmbeddedPostgres launch(Path data, int port, Path log) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                // the library turns these off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("log_min_messages", "warning");
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    private static long pidIn(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    /** Makes the database and its roles, or brings passwords and rights of existing ones up to date. */
    public void createService(ServiceDatabase database) {
        try (var admin = server.getPostgresDatabase().getConnection()) {
            new ServiceProvisioning(admin).roles(database);
        } catch (SQLException e) {
            throw new InfrastructureException("cannot create the database " + database.name(), e);
        }
        try (var inside = connect(database.name())) {
            new ServiceProvisioning(inside).rightsInside(database);
        } catch (SQLException e) {
            throw new InfrastructureException("cannot give rights in the database " + database.name(), e);
        }
    }

    /** A connection of the superuser, for what stands above the services: backups, audits, tests. */
    public Connection connect(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** The address for a JDBC driver; user and password apart. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    public int port() {
        return server.getPort();
    }

    /** The postmaster's process id. */
    public long pid() {
        return pid;
    }

    /** Cuts the sessions, writes everything out and ends. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reaper.ofThisProcess().release(pid);
    }

    /** Ends it like a crash: kill -9, nothing written out. The next start recovers from the log. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            // the postmaster's children notice and go by themselves, but a child left over blocks the next start
            var sessions = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            sessions.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        });
        // nothing is left to stop, but the library holds a lock on the folder until it is told
        stop();
    }

    @Override
    public void close() {
        stop();
    }
}
