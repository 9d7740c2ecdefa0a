package id.sigap.intake.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a receipt is good for. */
@ConfigMapping(prefix = "sigap.intake.receipt")
public interface ReceiptConfig {

    /** How long a browser that has shown a receipt may rest until it must show it again. */
    @WithDefault("PT1H")
    Duration browserSession();
}
