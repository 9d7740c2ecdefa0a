package id.sigap.reliable;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** As a dead process does nothing more, whoever comes here stands still, until the test is over. */
@Mock
@ApplicationScoped
class HaltForTest extends Halt {

    private volatile CountDownLatch over = new CountDownLatch(1);
    private volatile String why;

    @Override
    void now(String why) {
        this.why = why;
        try {
            over.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    Optional<String> why() {
        return Optional.ofNullable(why);
    }

    void goOn() {
        why = null;
        over.countDown();
        over = new CountDownLatch(1);
    }
}
