package id.sigap.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slowly a request's body may come. */
@ConfigMapping(prefix = "sigap.http.body")
interface BodyConfig {

    /** So long nobody asks how fast it comes. */
    @WithDefault("PT20S")
    Duration grace();

    /** What comes per second from then on, on average and at the least: less than an old phone's EDGE. In bytes. */
    @WithDefault("4096")
    long slowest();
}
