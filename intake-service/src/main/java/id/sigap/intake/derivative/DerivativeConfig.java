package id.sigap.intake.derivative;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How evidence is made ready to be shown. */
@ConfigMapping(prefix = "sigap.intake.derivative")
public interface DerivativeConfig {

    /** How often it is looked for pieces that are to be made ready. */
    @WithDefault("PT2S")
    Duration poll();

    /** Until one that failed, or found no place, is tried again. */
    @WithDefault("PT1M")
    Duration retryPause();

    /** Before it is given up: then only the original can be saved. One that ends the whole service has had a try, too. */
    @WithDefault("3")
    int tries();
}
