package id.sigap.verification.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the queue is kept up to date on officers' screens. */
@ConfigMapping(prefix = "sigap.verification.live-queue")
interface LiveQueueConfig {

    /**
     * How long a stream lasts before the browser asks for the next: each time the login and its roles are looked at anew. A session that ends
     * ends its streams at once.
     */
    @WithDefault("PT1M")
    Duration streamLength();
}
