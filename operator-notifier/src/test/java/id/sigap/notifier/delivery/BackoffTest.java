package id.sigap.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class BackoffTest {

    @ParameterizedTest(name = "attempt {0}, random {1}: {2} s")
    @CsvSource({"1, 0.5, 2", "2, 0.5, 4", "3, 0.5, 8", "1, 0, 1", "1, 1, 3", "20, 0.5, 300", "2000000000, 0.5, 300"})
    void pause_doublesUpToTheLongest_offByAHalf(int attempt, double random, long seconds) {
        // Given
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> random);
        // When
        var pause = backoff.after(attempt);
        // Then
        assertThat(pause).isEqualTo(Duration.ofSeconds(seconds));
    }
}
