package id.sigap.faults.fault;

import id.sigap.infrastructure.ShiftableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Wall clocks that are wrong for a while, and then right again: two jumps each. */
final class ClockFaults {

    private static final Duration WRONG = Duration.ofSeconds(8);
    /** Past every window. */
    private static final Duration FORWARD = Duration.ofHours(25);

    private static final Duration BACK = Duration.ofHours(-2);

    private ClockFaults() {}

    static List<Fault> all() {
        return List.of(
                database("database-clock-ahead", "PostgreSQL's clock jumps 25 hours ahead, and back", FORWARD),
                database("database-clock-behind", "PostgreSQL's clock jumps 2 hours back, and ahead again", BACK),
                services("services-clock-ahead", "every service's clock jumps 25 hours ahead, and back", FORWARD),
                services("services-clock-behind", "every service's clock jumps 2 hours back, and ahead again", BACK));
    }

    private static Fault database(String name, String meaning, Duration by) {
        return fault(name, meaning, site -> site.stack().infrastructure().shiftClock(by), site -> site.stack()
                .infrastructure()
                .shiftClock(Duration.ZERO));
    }

    private static Fault services(String name, String meaning, Duration by) {
        return fault(name, meaning, site -> site.stack().shiftServiceClocks(by), site -> site.stack()
                .shiftServiceClocks(Duration.ZERO));
    }

    @FunctionalInterface
    private interface Turn {
        void of(Site site);
    }

    private static Fault fault(String name, String meaning, Turn wrong, Turn right) {
        return new Fault(name, meaning, Set.of(Target.CLOCK), site -> ShiftableClock.unavailable(), (site, dice) -> {
            wrong.of(site);
            Lasting.of(WRONG);
            right.of(site);
        });
    }
}
