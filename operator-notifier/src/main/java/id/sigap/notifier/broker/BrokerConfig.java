package id.sigap.notifier.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How operators' requests and watermarks are sent to Kafka. */
@ConfigMapping(prefix = "sigap.broker")
public interface BrokerConfig {

    /** How long the broker may take to acknowledge a record before the attempt counts as failed. */
    @WithDefault("10S")
    Duration timeout();
}
