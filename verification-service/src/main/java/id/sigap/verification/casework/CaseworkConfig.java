package id.sigap.verification.casework;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The help desk's policy. */
@ConfigMapping(prefix = "sigap.verification")
public interface CaseworkConfig {

    /** How long an officer keeps a case without doing anything on it. */
    @WithDefault("PT30M")
    Duration claimTimeout();

    /** How old a fraud may be when it is reported; an older one is marked, and an officer may reject it as TOO_OLD. */
    @WithDefault("P30D")
    Duration recentWithin();
}
