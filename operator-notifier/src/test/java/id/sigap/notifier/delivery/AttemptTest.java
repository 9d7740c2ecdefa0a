package id.sigap.notifier.delivery;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.Msisdn;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.reliable.Ids;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class AttemptTest {

    private static final DeliveryConfig CONFIG = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(DeliveryConfig.class)
            .withDefaultValue("quarkus.http.port", "8080")
            .withConverter(Duration.class, 500, new DurationConverter())
            .build()
            .getConfigMapping(DeliveryConfig.class);

    private final Attempt attempt = new Attempt(wanted(true), null, CONFIG, Clock.systemUTC());

    @Test
    void theLastAttempt_isMade_andOneMoreIsNot() {
        // Given
        Courier courier = bringing(Outcome.Taken::new);
        // When
        Outcome last = attempt.bring(courier, parcel(CONFIG.maxAttempts())).outcome();
        Outcome oneMore =
                attempt.bring(courier, parcel(CONFIG.maxAttempts() + 1)).outcome();
        // Then
        assertThat(last).isInstanceOf(Outcome.Taken.class);
        assertThat(oneMore).isInstanceOf(Outcome.Never.class);
    }

    @Test
    void whateverACourierThrows_isAnAnswer() {
        // Given
        Courier courier = bringing(() -> {
            throw new StackOverflowError("deep");
        });
        // When
        Outcome outcome = attempt.bring(courier, parcel(1)).outcome();
        // Then
        assertThat(outcome).isEqualTo(new Outcome.NotNow("StackOverflowError: deep"));
    }

    @Test
    void whatIsNotWantedAnyMore_doesNotLeave() {
        // Given
        var late = new Attempt(wanted(false), null, CONFIG, Clock.systemUTC());
        Courier courier = bringing(() -> {
            throw new AssertionError("sent");
        });
        // When
        Outcome outcome = late.bring(courier, parcel(1)).outcome();
        // Then
        assertThat(outcome).isEqualTo(new Outcome.NotNeeded());
    }

    private static ClaimedParcels wanted(boolean answer) {
        return new ClaimedParcels(null, CONFIG) {
            @Override
            boolean isStillWanted(Parcel parcel) {
                return answer;
            }
        };
    }

    private static Courier bringing(Supplier<Outcome> outcome) {
        return new Courier() {
            @Override
            public DeliveryChannel channel() {
                return DeliveryChannel.EMAIL;
            }

            @Override
            public int atOnce() {
                return 1;
            }

            @Override
            public Outcome bring(Parcel parcel) {
                return outcome.get();
            }
        };
    }

    private static Parcel parcel(int attempt) {
        Instant now = Instant.parse("2026-08-16T00:30:00Z");
        return new Parcel(
                UUID.randomUUID(),
                Matter.REQUEST,
                attempt,
                now,
                new RequestId(Ids.next()),
                TELKOMSEL,
                "SGP-2026-000123",
                Action.BLOCK,
                new Msisdn("+628110000001"),
                Optional.empty(),
                now,
                now.plus(Duration.ofDays(1)),
                Optional.empty(),
                null);
    }
}
