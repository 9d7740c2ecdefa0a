package id.sigap.sla.scorecard;

import id.sigap.service.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The requests a scorecard counts.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Period(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofDays(30);

    /** @throws Refusal 400 if it ends before it begins */
    Period {
        if (!from.isBefore(to)) {
            throw Refusal.field("from", "period-backwards", to);
        }
    }

    /** What is left out: until now, for the last thirty days. */
    static Period of(Optional<Instant> from, Optional<Instant> to, Instant now) {
        Instant end = to.orElse(now);
        return new Period(from.orElse(end.minus(USUAL)), end);
    }
}
