package id.sigap.intake.evidence;

import id.sigap.intake.evidence.Evidence.Sealed;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes a file in: the sealed bytes are safe on disk before the row says that they are there. A service that dies in between leaves
 * a blob without a row, which {@link Orphans} sweeps; never a row without its blob. No connection is held while bytes come in.
 */
@ApplicationScoped
public class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);
    /** Until the retry worker takes over from the request that uploaded it. */
    private static final Duration REQUEST_LEASE = Duration.ofSeconds(30);

    private final EvidenceItems items;
    private final EvidenceStore store;
    private final CaseKeys keys;
    private final Inspection inspection;
    private final EvidenceConfig config;
    private final Clock clock;

    Uploads(
            EvidenceItems items,
            EvidenceStore store,
            CaseKeys keys,
            Inspection inspection,
            EvidenceConfig config,
            Clock clock) {
        this.items = items;
        this.store = store;
        this.keys = keys;
        this.inspection = inspection;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Seals and checks one file. The same bytes sent again are the same piece of evidence.
     *
     * @param stillOpen throws if the case takes no evidence now; asked before the first byte and again, under the case's lock, at the end
     * @throws Refusal 400, 413, 415, 422 or 409; then nothing is kept
     */
    public Evidence take(CaseId caseId, CaseKind kind, InputStream body, Runnable stillOpen) throws IOException {
        CaseKey key = QuarkusTransaction.requiringNew().call(() -> {
            stillOpen.run();
            requireRoom(caseId);
            return keys.of(caseId);
        });
        UUID id = Ids.next();
        UUID taken = seal(id, caseId, kind, key, body, stillOpen);
        if (!taken.equals(id)) {
            store.delete(id);
        }
        // sent again, because the request that brought it died before this point: then it is still to be done
        inspection.inspect(taken);
        return QuarkusTransaction.requiringNew().call(() -> items.findById(taken));
    }

    private UUID seal(UUID id, CaseId caseId, CaseKind kind, CaseKey key, InputStream body, Runnable stillOpen)
            throws IOException {
        Sealed sealed;
        try (EvidenceStore.Draft draft = store.draft(id)) {
            sealed = new Sealing(config.maxBytes())
                    .through(key.sealing(Evidence.place(id), draft.out()), body, Taken.by(kind));
            draft.keep();
        } catch (StoreFailure e) {
            LOG.errorf("evidence can't be stored: %s", e.getCause().getMessage());
            throw new Refusal(Status.SERVICE_UNAVAILABLE, "evidence-store-unavailable");
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> enter(id, caseId, kind, sealed, stillOpen));
        } catch (Refusal e) {
            store.delete(id);
            throw e;
        }
        // any other failure leaves open whether the row was committed: then the blob stays, and is swept if there is no
        // row
    }

    /** @return the id of the row: another's if the same bytes are there already */
    private UUID enter(UUID id, CaseId caseId, CaseKind kind, Sealed sealed, Runnable stillOpen) {
        keys.lock(caseId);
        return items.withHash(caseId, sealed.sha256()).map(Evidence::id).orElseGet(() -> {
            stillOpen.run();
            requireRoom(caseId);
            if (!keys.exists(caseId)) {
                throw new Refusal(Status.GONE, "personal-data-erased");
            }
            Instant now = clock.instant();
            items.persist(new Evidence(id, caseId, kind, sealed, now, now.plus(REQUEST_LEASE)));
            return id;
        });
    }

    private void requireRoom(CaseId caseId) {
        if (items.count("caseId", caseId.value()) >= config.maxItems()) {
            throw new Refusal(Status.CONFLICT, "evidence-too-many", config.maxItems());
        }
    }
}
