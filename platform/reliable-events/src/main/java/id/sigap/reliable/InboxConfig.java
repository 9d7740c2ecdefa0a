package id.sigap.reliable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service listens. */
@ConfigMapping(prefix = "sigap.inbox")
public interface InboxConfig {

    /** How often a listener looks at the shelf of records set aside though nothing came, for what was replayed or whose turn has come. */
    @WithDefault("1S")
    Duration lookEvery();

    /** How often Kafka is asked how far this service is behind, for the metric. */
    @WithDefault("5S")
    Duration lagEvery();
}
