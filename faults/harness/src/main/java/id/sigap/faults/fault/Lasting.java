package id.sigap.faults.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long a fault lasts: time is part of what it is. */
final class Lasting {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Lasting() {}

    static void of(Duration time) throws InterruptedException {
        NEVER.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
