package id.sigap.intake.evidence;

import id.sigap.intake.vault.VaultConfig;
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

    private final EvidenceItems items;
    private final UploadParts parts;
    private final EvidenceStore store;
    private final VaultConfig config;
    private final Clock clock;

    Orphans(EvidenceItems items, UploadParts parts, EvidenceStore store, VaultConfig config, Clock clock) {
        this.items = items;
        this.parts = parts;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Soon after the start, then every hour. Young blobs may still be on their way in, here or in another replica. */
    @Scheduled(every = "1h", delayed = "10s")
    void sweep() throws IOException {
        for (UUID name : store.writtenBefore(clock.instant().minus(config.orphanAge()))) {
            boolean named = QuarkusTransaction.requiringNew()
                    .call(() -> items.findById(name) != null || parts.findById(name) != null);
            if (!named) {
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

    /** Rows are gone whose blobs still lie there: unreadable, for their key is gone too. */
    record BlobsOrphaned(List<UUID> names) {}
}
