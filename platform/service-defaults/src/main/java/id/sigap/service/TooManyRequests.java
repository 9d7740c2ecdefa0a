package id.sigap.service;

import java.time.Duration;
import java.util.Optional;

/** 429: enough for now, and for how long; the header Retry-After says it too. */
public final class TooManyRequests extends Refusal {

    private static final int STATUS = 429;
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final Duration wait;

    /** @param code as for {@link Refusal}; its text has the wait in hours as {0}, 0 if it is less than two, and in minutes as {1} */
    public TooManyRequests(String code, Duration wait) {
        super(STATUS, code, hours(wait), minutes(wait));
        this.wait = wait;
    }

    /** Rather too long than too short. */
    private static int minutes(Duration wait) {
        return Math.max(2, Math.toIntExact(wait.plusSeconds(59).toMinutes()));
    }

    private static int hours(Duration wait) {
        int minutes = minutes(wait);
        return minutes < 2 * MINUTES_OF_AN_HOUR ? 0 : Math.ceilDiv(minutes, MINUTES_OF_AN_HOUR);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
