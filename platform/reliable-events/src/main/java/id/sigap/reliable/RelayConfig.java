package id.sigap.reliable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the journal reaches Kafka. */
@ConfigMapping(prefix = "sigap.relay")
public interface RelayConfig {

    /** False leaves publishing to another replica. */
    @WithDefault("true")
    boolean enabled();

    /** How long a relay that was not woken waits before it looks by itself. */
    @WithDefault("0.5S")
    Duration pollInterval();

    /** How often a relay asks for lanes that belonged to another replica. */
    @WithDefault("1S")
    Duration ownershipInterval();

    /** How many events are under way to Kafka at the most. */
    @WithDefault("5000")
    int batchSize();

    /** How long a broken relay waits before it starts again. */
    @WithDefault("1S")
    Duration backoff();
}
