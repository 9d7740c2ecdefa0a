package id.sigap.notifier.operators;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who asks. The authority has changed its name before. */
@ConfigMapping(prefix = "sigap.authority")
public interface AuthorityConfig {

    /** The regulator, as operators know it. */
    @WithDefault("Komdigi")
    String name();
}
