package id.sigap.intake.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a page remembers what was typed on it. */
@ConfigMapping(prefix = "sigap.intake.forms")
public interface FormConfig {

    /** Since it was last typed on. The page itself carries all of it too: nothing ends while somebody writes. */
    @WithDefault("PT2H")
    Duration kept();
}
