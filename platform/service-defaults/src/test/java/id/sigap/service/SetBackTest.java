package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class SetBackTest {

    private Instant wall = Instant.parse("2026-11-27T10:00:00Z");
    private long nanos = Long.MAX_VALUE; // it may overflow at any moment

    private final SetBack setBack = new SetBack(((InstantSource) () -> wall).withZone(ZoneOffset.UTC), () -> nanos);

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # time goes by, the wall clock goes on by, so it was set back by
                    PT1S,           PT1S,                      PT0S
                    PT10M,          PT10M,                     PT0S
                    PT1S,           PT-25H,                    PT25H1S
                    PT1S,           PT25H,                     PT-24H-59M-59S
                    """)
    void setBack_isWhatTheWallClockDoesNotKnowOf(Duration passed, Duration shown, Duration expected) {
        // When
        pass(passed, shown);
        // Then
        assertThat(setBack.sinceLastLook()).isEqualTo(expected);
    }

    @Test
    void eachLook_tellsOnlyWhatIsNew() {
        // Given
        pass(Duration.ofSeconds(1), Duration.ofHours(-1));
        setBack.sinceLastLook();
        // When
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        // Then
        assertThat(setBack.sinceLastLook()).isZero();
    }

    private void pass(Duration passed, Duration shown) {
        nanos += passed.toNanos();
        wall = wall.plus(shown);
    }
}
