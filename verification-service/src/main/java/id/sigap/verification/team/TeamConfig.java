package id.sigap.verification.team;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a supervisor is shown. */
@ConfigMapping(prefix = "sigap.verification.team")
interface TeamConfig {

    /** How long nothing may happen to an open case before it is shown as one that nobody moves. */
    @WithDefault("PT8H")
    Duration stillAfter();
}
