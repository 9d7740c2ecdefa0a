package id.sigap.testing.floors.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What a run of tests is to be, and how long it may take on two cores with everything fetched. */
enum Goal {

    /** The lowest floor of all modules, compiled before. */
    QUICK(Duration.ofSeconds(90)),
    /** What every build goes through. */
    DEFAULT(Duration.ofMinutes(15)),
    /** All there is. */
    FULL(Duration.ofMinutes(45)),
    /** One module, for each that was named. */
    MODULES(Duration.ofSeconds(150));

    private final Duration aim;

    Goal(Duration aim) {
        this.aim = aim;
    }

    Duration aim() {
        return aim;
    }

    /** As on the command line. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming those there are */
    static Goal named(String id) {
        return Arrays.stream(values())
                .filter(goal -> goal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no floor is called " + id + "; there are " + Arrays.toString(values())));
    }
}
