package id.sigap.local.actors;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;

/** An access token that is used until shortly before it ends; then the next one is asked for. */
final class KeptToken {

    /** Enough for a call that is just being made. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<String> provider;
    private final InstantSource clock;
    private String token = "";
    private Instant until = Instant.MIN;

    KeptToken(Supplier<String> provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    synchronized String get() {
        if (!clock.instant().isBefore(until)) {
            token = provider.get();
            until = end(token).minus(SPARE);
        }
        return token;
    }

    private static Instant end(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return Instant.ofEpochSecond(JSON.readTree(claims).path("exp").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
