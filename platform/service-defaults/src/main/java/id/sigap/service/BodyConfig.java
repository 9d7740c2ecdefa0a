package id.sigap.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large a request's body may be, and how slowly it may come. */
@ConfigMapping(prefix = "sigap.http.body")
interface BodyConfig {

    /**
     * Where no files are taken ({@link TakesFiles}), whatever its type says it is. The longest form that fits its fields has 5,000 characters of
     * four bytes, percent-encoded 60 kB, and some short ones.
     */
    @WithDefault("256K")
    MemorySize largest();

    /** So long nobody asks how fast it comes. */
    @WithDefault("PT20S")
    Duration grace();

    /** What comes per second from then on, on average and at the least: less than an old phone's EDGE. In bytes. */
    @WithDefault("4096")
    long slowest();

    /** After it the whole of a body is here, whatever it is: whoever comes just fast enough would hold a thread for as long as they like. */
    @WithDefault("PT1M")
    Duration longest();

    /**
     * What is too large for that has as long as it takes at so many bytes a second: a file of 25 MB 21 minutes. A bad 3G connection gives
     * more; where it is worse, the page sends a file in parts, and what came before the cut counts.
     */
    @WithDefault("20480")
    long fileRate();
}
