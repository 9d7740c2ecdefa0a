package id.sigap.local.demo;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Things that take a moment, because they go by events. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Waiting() {}

    /** @throws org.awaitility.core.ConditionTimeoutException with the last failure if it does not come to hold */
    static void until(ThrowingRunnable holds) {
        Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).untilAsserted(holds);
    }

    /** A plain assertion, for people to read. */
    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
