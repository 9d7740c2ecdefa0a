package id.sigap.local.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class KeptTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicInteger asked = new AtomicInteger();
    private final KeptToken token =
            new KeptToken(() -> token(asked.incrementAndGet(), now.get().plus(Duration.ofMinutes(5))), now::get);

    @Test
    void token_isAskedForOnce_whileItIsGood() {
        // Given
        String first = token.get();
        // When
        now.set(NOW.plus(Duration.ofMinutes(3)));
        // Then
        assertThat(token.get()).isEqualTo(first);
        assertThat(asked).hasValue(1);
    }

    @Test
    void token_isAskedForAgain_shortlyBeforeItEnds() {
        // Given
        String first = token.get();
        // When
        now.set(NOW.plus(Duration.ofMinutes(4)).plusSeconds(1));
        // Then
        assertThat(token.get()).isNotEqualTo(first);
        assertThat(asked).hasValue(2);
    }

    private static String token(int number, Instant end) {
        String claims = "{\"jti\":\"%d\",\"exp\":%d}".formatted(number, end.getEpochSecond());
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".";
    }
}
