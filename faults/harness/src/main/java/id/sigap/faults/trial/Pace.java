package id.sigap.faults.trial;

import java.time.Duration;

/**
 * How a round passes.
 *
 * @param load how long citizens come
 * @param between from one citizen to the next
 * @param faults how many overlap at the most
 * @param patience how long the system has to heal
 */
public record Pace(Duration load, Duration between, int faults, Duration patience) {

    /** For many rounds, by hand. */
    public static final Pace LONG = new Pace(Duration.ofSeconds(25), Duration.ofMillis(400), 3, Duration.ofMinutes(3));

    /** For a system that is sabotaged: it isn't expected to heal. */
    public static final Pace HOPELESS =
            new Pace(Duration.ofSeconds(25), Duration.ofMillis(500), 2, Duration.ofSeconds(30));

    /** For every build: one round, with as much of everything as eight faults need. */
    public static final Pace SHORT = new Pace(Duration.ofSeconds(15), Duration.ofMillis(600), 8, Duration.ofMinutes(2));
}
