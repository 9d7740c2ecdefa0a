package id.sigap.intake.evidence;

import id.sigap.service.Sql;
import id.sigap.service.start.StartRefused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Store and database belong together: both carry one identity, and with another's store the service doesn't start. Before this, an empty
 * database over a full store took every blob for an orphan.
 */
@ApplicationScoped
class StorePairing {

    private final EvidenceStore store;
    private final Sql sql;

    StorePairing(EvidenceStore store, Sql sql) {
        this.store = store;
        this.sql = sql;
    }

    void pair(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws IOException {
        UUID database = QuarkusTransaction.requiringNew().call(this::identity);
        var found = new Found(
                database,
                store.mark(),
                !store.keptBefore(Instant.MAX).isEmpty()
                        || !store.quarantinedBefore(Instant.MAX).isEmpty(),
                QuarkusTransaction.requiringNew().call(this::databaseKnowsBlobs));
        if (found.isFirstStart(store.directions())) {
            store.mark(database);
        }
    }

    /** Committed before the store is marked: a mark never names a database that doesn't know of it. */
    private UUID identity() {
        sql.changed("insert into evidence_store (id) values (?) on conflict do nothing", UUID.randomUUID());
        return sql.idIfAny("select id from evidence_store").orElseThrow();
    }

    private boolean databaseKnowsBlobs() {
        return sql.number(
                        "select count(*) from (select 1 from evidence union all select 1 from upload_part limit 1) as one")
                > 0;
    }

    /** What lies on both sides. */
    record Found(UUID database, Optional<UUID> mark, boolean storeHasBlobs, boolean databaseKnowsBlobs) {

        /**
         * Whether both begin here, together.
         *
         * @throws StartRefused if they don't belong together, or nobody knows
         */
        boolean isFirstStart(EvidenceStore.Directions store) {
            if (mark.equals(Optional.of(database))) {
                return false;
            }
            if (mark.isPresent()) {
                throw new StartRefused("""
                        the evidence in %s belongs to database %s, and this is database %s. Nothing was changed. \
                        Set sigap.vault.evidence-directory to this database's own store, or start with the other database.""".formatted(store.place(), mark.get(), database));
            }
            if (storeHasBlobs) {
                throw new StartRefused(
                        """
                        there is evidence in %s, and nothing says that it belongs to this database. Nothing was changed. \
                        If you are sure that it does: %s. \
                        If not, set sigap.vault.evidence-directory to this database's own store.""".formatted(store.place(), store.markCommand().formatted(database)));
            }
            if (databaseKnowsBlobs) {
                throw new StartRefused(
                        """
                        the database knows of evidence, and %s is empty: is its volume mounted? \
                        If the evidence is lost and the service is to go on without it: %s.""".formatted(store.place(), store.markCommand().formatted(database)));
            }
            return true;
        }
    }
}
