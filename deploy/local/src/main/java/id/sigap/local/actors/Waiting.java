package id.sigap.local.actors;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;

/** Things that take a moment, because they go by events. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Waiting() {}

    /** @throws AssertionError with the last failure if it does not come to hold */
    public static void until(ThrowingRunnable holds) {
        try {
            Awaitility.await()
                    // the mail server's threads are in this JVM and complain when a client of theirs is killed
                    .dontCatchUncaughtExceptions()
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(PATIENCE)
                    .untilAsserted(holds);
        } catch (ConditionTimeoutException e) {
            Throwable last = e.getCause() == null ? e : e.getCause();
            throw new AssertionError("still so after " + PATIENCE.toSeconds() + " s: " + last.getMessage(), e);
        }
    }

    /** A plain assertion, for people to read. */
    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
