package id.sigap.verification.queue;

import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.desk.VaultStandIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class BacklogTest {

    @Inject
    Citizens citizens;

    @Inject
    Clock clock;

    @Inject
    Backlog backlog;

    @Inject
    MeterRegistry metrics;

    @Test
    void backlog_saysHowMuchWaits_andHowLong() {
        // Given
        ReportId report =
                citizens.submit(citizens.aComplaint().at(clock.instant().minus(Duration.ofDays(2))));
        awaitCase(report, "state", "WAITING");
        ReportId again = citizens.submit(citizens.aComplaint());
        awaitCase(again, "state", "WAITING");
        move("sari", again, "claim").then().statusCode(200);
        move("sari", again, "reject", "{\"reason\": \"NOT_FRAUD\"}").then().statusCode(200);
        citizens.write(again);
        awaitCase(again, "unreadMessages", 1);
        // When
        backlog.count();
        // Then
        assertThat(metrics.get("sigap.verification.written.after").gauge().value())
                .isPositive();
        assertThat(metrics.get("sigap.verification.cases")
                        .tag("state", "WAITING")
                        .gauge()
                        .value())
                .isPositive();
        assertThat(metrics.get("sigap.verification.oldest.waiting").timeGauge().value(TimeUnit.HOURS))
                .isGreaterThanOrEqualTo(48);
    }
}
