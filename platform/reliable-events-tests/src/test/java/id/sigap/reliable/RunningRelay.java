package id.sigap.reliable;

import java.time.Duration;

/** The test's settings of a relay, but for one that runs, in small batches. */
record RunningRelay(RelayConfig config) implements RelayConfig {

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration pollInterval() {
        return config.pollInterval();
    }

    @Override
    public Duration ownershipInterval() {
        return config.ownershipInterval();
    }

    @Override
    public int batchSize() {
        return 40;
    }

    @Override
    public Duration backoff() {
        return config.backoff();
    }
}
