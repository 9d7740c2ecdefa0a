package id.sigap.intake.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dear a proof of work is. */
@ConfigMapping(prefix = "sigap.intake.pace")
public interface PaceConfig {

    /** Up to so many hashes until the proof is found; half of it on average. A cheap phone does some 50,000 a second. */
    @WithDefault("50000")
    int proofWork();

    @WithDefault("PT30M")
    Duration proofLasts();
}
