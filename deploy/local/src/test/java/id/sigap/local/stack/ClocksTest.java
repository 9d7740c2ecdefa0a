package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import id.sigap.infrastructure.ShiftableClock;
import id.sigap.local.service.Service;
import id.sigap.testing.tools.RequiresTool;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose clocks can be set wrong. Skipped, with the reason, where libfaketime is missing. */
@Tag("service")
@RequiresTool(ShiftableClock.class)
class ClocksTest {

    private static final TemporalUnitOffset CLOSE = within(10, ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    @Test
    void databaseAndServices_areSetWrong_eachByItself_andRightAgain() throws Exception {
        // Given
        StackOptions options = FakeStack.in(folder, PortPlan.free().base()).shiftable(EnumSet.allOf(Clocked.class));
        try (LocalStack stack = LocalStack.start(options)) {
            // When
            stack.infrastructure().shiftClock(Duration.ofHours(25));
            stack.shiftServiceClocks(Duration.ofHours(-2));
            // Then
            assertThat(databaseTime(stack)).isCloseTo(Instant.now().plus(Duration.ofHours(25)), CLOSE);
            await().untilAsserted(() ->
                    assertThat(serviceTime(stack)).isCloseTo(Instant.now().minus(Duration.ofHours(2)), CLOSE));
            // When
            stack.infrastructure().shiftClock(Duration.ZERO);
            stack.shiftServiceClocks(Duration.ZERO);
            // Then
            assertThat(databaseTime(stack)).isCloseTo(Instant.now(), CLOSE);
            await().untilAsserted(() -> assertThat(serviceTime(stack)).isCloseTo(Instant.now(), CLOSE));
        }
    }

    private static Instant databaseTime(LocalStack stack) throws SQLException {
        try (Connection admin = stack.infrastructure().postgres().connect("postgres");
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Instant serviceTime(LocalStack stack) throws Exception {
        var address = stack.description().management(Service.INTAKE.replica(1)).resolve("/clock");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Instant.parse(
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }
}
