package id.sigap.intake.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a wrong receipt code may be tried. */
@ConfigMapping(prefix = "sigap.intake.receipt")
public interface ReceiptConfig {

    /** Wrong codes from one address within the window, after which every code from there is refused. */
    @WithDefault("10")
    int wrongCodes();

    @WithDefault("PT5M")
    Duration window();

    /** How long a browser that has shown a receipt may rest until it must show it again. */
    @WithDefault("PT1H")
    Duration browserSession();
}
