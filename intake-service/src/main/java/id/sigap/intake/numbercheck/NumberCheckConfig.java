package id.sigap.intake.numbercheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many numbers one address may ask about. */
@ConfigMapping(prefix = "sigap.intake.number-check")
public interface NumberCheckConfig {

    /** Within the window. */
    @WithDefault("60")
    int checks();

    @WithDefault("PT10M")
    Duration window();
}
