package id.sigap.verification.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the vault is and how long an officer's page waits for it. */
@ConfigMapping(prefix = "sigap.verification.vault")
interface VaultConfig {

    /** Root of intake-service's public interface. */
    @WithDefault("http://localhost:8101")
    URI url();

    @WithDefault("PT1S")
    Duration connectTimeout();

    /** Until an answer begins; a page asks a few times, one after the other, and gives up at the first silence. */
    @WithDefault("PT3S")
    Duration readTimeout();

    /** Until the vault has measured how loud a recording is; only a script waits for it. */
    @WithDefault("PT30S")
    Duration decodeTimeout();
}
