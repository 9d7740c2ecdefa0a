package id.sigap.intake.evidence;

import id.sigap.intake.vault.VaultConfig;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes blobs that no row names: left by an upload that died half-way, or by an erasure. */
@ApplicationScoped
class Orphans {

    private static final Logger LOG = Logger.getLogger(Orphans.class);

    private final List<NamedBlobs> named;
    private final EvidenceStore store;
    private final VaultConfig config;
    private final Clock clock;

    Orphans(@All List<NamedBlobs> named, EvidenceStore store, VaultConfig config, Clock clock) {
        this.named = named;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Soon after the start, then every hour. Young blobs may still be on their way in, here or in another replica. */
    @Scheduled(every = "1h", delayed = "10s")
    void sweep() throws IOException {
        for (UUID name : store.writtenBefore(clock.instant().minus(config.orphanAge()))) {
            boolean isNamed =
                    QuarkusTransaction.requiringNew().call(() -> named.stream().anyMatch(rows -> rows.name(name)));
            if (!isNamed) {
                store.delete(name);
                LOG.infof("blob without a row removed evidence=%s", name);
            }
        }
    }

    void erased(@Observes(during = TransactionPhase.AFTER_SUCCESS) BlobsOrphaned orphaned) {
        for (UUID name : orphaned.names()) {
            try {
                store.delete(name);
            } catch (IOException e) {
                LOG.warnf("erased blob stays until the next sweep evidence=%s", name);
            }
        }
    }
}
