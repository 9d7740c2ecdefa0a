package id.sigap.intake.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where ClamAV's daemon listens. */
@ConfigMapping(prefix = "sigap.intake.clamav")
public interface ClamAvConfig {

    /** What a deployer says who has no scanner: in production something has to be said. */
    String NONE = "none";

    /** Without one, or with {@value NONE}, only types are checked. */
    Optional<String> host();

    @WithDefault("3310")
    int port();

    /** To connect, and for all of a file while the person who hands it in waits. */
    @WithDefault("PT10S")
    Duration timeout();

    /** For all of a file when nobody waits: longer than the daemon's own MaxScanTime, two minutes by default, after which it answers. */
    @WithDefault("PT150S")
    Duration longestScan();
}
