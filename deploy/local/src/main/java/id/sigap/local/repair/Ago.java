package id.sigap.local.repair;

import java.time.Duration;
import java.time.Instant;

/** How long ago, for people: 40 s, 12 min, 5 h, 3 d. */
public final class Ago {

    private Ago() {}

    public static String since(Instant then) {
        return of(Duration.between(then, Instant.now()));
    }

    public static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 24 * 3600 ? seconds / 3600 + " h" : seconds / (24 * 3600) + " d";
    }
}
