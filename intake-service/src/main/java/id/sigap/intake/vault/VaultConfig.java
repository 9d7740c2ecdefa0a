package id.sigap.intake.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The vault's secrets and its store. The secrets have no default: without them the service doesn't start. */
@ConfigMapping(prefix = "sigap.vault")
public interface VaultConfig {

    /** Wraps every case key: 32 bytes in Base64, or {@code file:<path>} of a file that holds them. */
    String masterKey();

    /** Makes the keyed hashes by which a reporter or an address is known again: 32 bytes, given like the master key. */
    String hashKey();

    /** Where sealed evidence lies; made if absent. */
    Path evidenceDirectory();

    /** A blob without a row younger than this may still be on its way in; older ones are swept into quarantine. */
    @WithDefault("PT1H")
    Duration orphanAge();

    /** How long a blob without a row lies in quarantine before it is deleted; not less than 30 days. */
    @WithDefault("P30D")
    Duration orphanKept();

    /** If more than this share of the blobs has no row, and more than ten have none, nothing is swept: the mistake is elsewhere. */
    @WithDefault("0.01")
    double orphanShare();
}
