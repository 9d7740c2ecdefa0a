package id.sigap.testing.floors;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Waits and starts something; Surefire doesn't find it. */
@Tag("quick")
class BusySample {

    @Test
    void isBusy() throws IOException, InterruptedException {
        new ProcessBuilder("true").start().waitFor();
        long end = System.nanoTime() + 150_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
