package id.sigap.service.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the journal's heads are signed. */
@ConfigMapping(prefix = "sigap.audit")
public interface AuditConfig {

    /** The service's own topic, where whoever reads its events finds what it has signed. Each service says it; without it none starts. */
    String topic();

    /** An Ed25519 private key (PKCS#8, DER, Base64), or {@code file:<path>} of a file that holds it. Kept where no database's administrator gets at it. */
    Optional<String> signingKey();

    /** After a start the first time, so that a service that never lives long signs, too. */
    @WithDefault("PT2M")
    Duration signAfter();

    /** What was written since could be cut off a chain unnoticed, of the access log at least, which is on no topic. Costs a query by time, and a record if anything moved. */
    @WithDefault("PT5M")
    Duration signEvery();
}
