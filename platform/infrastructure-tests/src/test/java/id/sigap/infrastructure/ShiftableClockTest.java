package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sigap.testing.tools.RequiresTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.TemporalUnitOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped, with the reason, where libfaketime is missing. */
@Tag("service")
@RequiresTool(ShiftableClock.class)
class ShiftableClockTest {

    private static final Duration NEXT_DAY = Duration.ofHours(25);
    private static final TemporalUnitOffset CLOSE = within(10, ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    @Test
    void postgres_believesAShiftedClock_inSessionsThatAreOpen_andIsSetRightAgain() throws SQLException {
        // Given
        try (var clock = ShiftableClock.in(folder.resolve("clock"));
                var server = PostgresServer.start(folder.resolve("pg"), 0, clock.environmentOfOneThread());
                var session = server.connect("postgres")) {
            assertThat(now(session)).isCloseTo(Instant.now(), CLOSE);
            // When
            clock.shift(NEXT_DAY);
            // Then
            assertThat(now(session)).isCloseTo(Instant.now().plus(NEXT_DAY), CLOSE);
            clock.shift(Duration.ofHours(-2));
            assertThat(now(session)).isCloseTo(Instant.now().minus(Duration.ofHours(2)), CLOSE);
            clock.shift(Duration.ZERO);
            assertThat(now(session)).isCloseTo(Instant.now(), CLOSE);
        }
    }

    @Test
    void aKilledProcess_leavesNothingBehind_onceTheClockIsClosed() throws Exception {
        // Given
        var clock = ShiftableClock.in(folder.resolve("clock"));
        var waiting = new ProcessBuilder("sleep", "600");
        waiting.environment().putAll(clock.environmentOfOneThread());
        var process = waiting.start();
        var shared = Path.of("/dev/shm", "faketime_shm_" + process.pid());
        Awaitility.await().until(() -> Files.exists(shared));
        process.destroyForcibly().waitFor();
        // When
        clock.close();
        // Then
        assertThat(shared).doesNotExist();
    }

    private static Instant now(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
