package id.sigap.verification.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon after its report a case is to be decided for the first time. The help desk's own aim, not a deadline that a law sets. */
@ConfigMapping(prefix = "sigap.verification.first-decision-within")
interface FirstDecisionConfig {

    /** Where money is gone: banks can freeze it within hours. */
    @WithDefault("PT1H")
    Duration moneyLost();

    /** Where several people reported the number. */
    @WithDefault("PT4H")
    Duration severalReports();

    @WithDefault("PT24H")
    Duration normal();
}
