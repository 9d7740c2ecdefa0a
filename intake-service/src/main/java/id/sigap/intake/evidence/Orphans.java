package id.sigap.intake.evidence;

import id.sigap.intake.vault.VaultConfig;
import id.sigap.reliable.InboxLag;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/**
 * Takes blobs that no row names out of the way: left by an upload that died half-way. They lie in quarantine for a month first, and come back if
 * a row names them after all, as after a restored backup. An erased case's blobs go at once.
 */
@ApplicationScoped
class Orphans {

    /** So many may be left by uploads that died, however small the store. */
    static final int FEW = 10;

    private static final Duration SHORTEST_KEPT = Duration.ofDays(30);
    private static final int ASKED_AT_ONCE = 1_000;
    private static final Logger LOG = Logger.getLogger(Orphans.class);

    private final List<NamedBlobs> named;
    private final EvidenceStore store;
    private final InboxLag inbox;
    private final VaultConfig config;
    private final Clock clock;
    private final AtomicInteger untouched;

    Orphans(
            @All List<NamedBlobs> named,
            EvidenceStore store,
            InboxLag inbox,
            VaultConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.named = named;
        this.store = store;
        this.inbox = inbox;
        this.config = config;
        this.clock = clock;
        // by its presence above 0 somebody learns that the sweep has stopped
        this.untouched = metrics.gauge("sigap.evidence.orphans.untouched", new AtomicInteger());
    }

    /** Soon after the start, then every hour. Young blobs may still be on their way in, here or in another replica. */
    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws IOException {
        if (inbox.isBehind()) {
            LOG.info("no blob is swept: this service has yet to hear what Kafka has, as after a restored backup");
            return;
        }
        Instant old = clock.instant().minus(config.orphanAge());
        store.deleteDraftsBefore(old);
        takeBackWhatIsNamed();
        List<UUID> blobs = store.keptBefore(old);
        Set<UUID> orphans = unnamed(blobs);
        if (areTooMany(orphans.size(), blobs.size(), config.orphanShare())) {
            untouched.set(orphans.size());
            LOG.errorf(
                    "no blob is swept: %d of %d have no row, more than uploads that died leave behind; was an older database restored? See docs/operations/repair.md",
                    orphans.size(), blobs.size());
            return;
        }
        untouched.set(0);
        for (UUID name : orphans) {
            store.quarantine(name);
            LOG.infof("blob without a row put in quarantine evidence=%s", name);
        }
        deleteAfterQuarantine();
    }

    static boolean areTooMany(int orphans, int blobs, double share) {
        return orphans > FEW && orphans > blobs * share;
    }

    private void takeBackWhatIsNamed() throws IOException {
        List<UUID> quarantined = store.quarantinedBefore(Instant.MAX);
        Set<UUID> unnamed = unnamed(quarantined);
        for (UUID name : quarantined) {
            if (!unnamed.contains(name)) {
                store.takeBack(name);
                LOG.warnf("blob taken back from quarantine: it has a row again evidence=%s", name);
            }
        }
    }

    private void deleteAfterQuarantine() throws IOException {
        Duration kept = config.orphanKept().compareTo(SHORTEST_KEPT) < 0 ? SHORTEST_KEPT : config.orphanKept();
        for (UUID name : store.quarantinedBefore(clock.instant().minus(kept))) {
            store.delete(name);
            LOG.infof("blob without a row deleted after its quarantine evidence=%s", name);
        }
    }

    private Set<UUID> unnamed(List<UUID> names) {
        Set<UUID> unnamed = new HashSet<>(names);
        names.stream().gather(Gatherers.windowFixed(ASKED_AT_ONCE)).forEach(some -> QuarkusTransaction.requiringNew()
                .run(() -> named.forEach(rows -> unnamed.removeAll(rows.among(some)))));
        return unnamed;
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
