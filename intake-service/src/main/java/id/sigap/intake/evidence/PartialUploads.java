package id.sigap.intake.evidence;

import id.sigap.events.CanonicalUuid;
import id.sigap.intake.vault.CaseErased;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.reliable.Ids;
import id.sigap.service.Idempotency;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Every file on its way in, from its declaration to its end. */
@ApplicationScoped
class PartialUploads implements PanacheRepositoryBase<PartialUpload, UUID> {

    private final UploadParts parts;
    private final EvidenceItems items;
    private final CaseKeys keys;
    private final Idempotency idempotency;
    private final EvidenceConfig config;
    private final Event<BlobsOrphaned> orphaned;
    private final Clock clock;

    PartialUploads(
            UploadParts parts,
            EvidenceItems items,
            CaseKeys keys,
            Idempotency idempotency,
            EvidenceConfig config,
            Event<BlobsOrphaned> orphaned,
            Clock clock) {
        this.parts = parts;
        this.items = items;
        this.keys = keys;
        this.idempotency = idempotency;
        this.config = config;
        this.orphaned = orphaned;
        this.clock = clock;
    }

    /** What was asked, and of which case. */
    private record Wanted(UUID caseId, NewUpload upload) {}

    /**
     * A file is going to be sent; the same key again is the same upload.
     *
     * @throws Refusal 400, 413, 409 if the case takes no more, 410 after erasure
     */
    UploadView declare(CaseId caseId, CaseKind kind, String key, NewUpload wanted, Runnable stillOpen) {
        wanted.check(config.maxBytes());
        return idempotency.once(key, "declare-upload", new Wanted(caseId.value(), wanted), UploadView.class, () -> {
            keys.lock(caseId);
            stillOpen.run();
            requireRoom(caseId);
            keys.of(caseId);
            return begun(caseId, kind, wanted).view();
        });
    }

    private PartialUpload begun(CaseId caseId, CaseKind kind, NewUpload wanted) {
        UUID id = Ids.next();
        var upload = new PartialUpload(
                id, caseId, kind, wanted.sizeBytes(), clock.instant().plus(config.uploadRests()));
        persist(upload);
        return upload;
    }

    /** Others that are on their way count, so that a case never holds more than it may. */
    private void requireRoom(CaseId caseId) {
        long open = count("caseId = ?1 and evidence is null and expiresAt > ?2", caseId.value(), clock.instant());
        if (items.count("caseId", caseId.value()) + open >= config.maxItems()) {
            throw new Refusal(Status.CONFLICT, "evidence-too-many", config.maxItems());
        }
    }

    /** In the caller's transaction. @throws Refusal 404 if this case has none of that name, or it has ended */
    PartialUpload of(CaseId caseId, CaseKind kind, String name) {
        try {
            return findByIdOptional(CanonicalUuid.parse(name))
                    .filter(upload -> upload.isOf(caseId, kind) && !upload.isOver(clock.instant()))
                    .orElseThrow(() -> Refusal.notFound("upload"));
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("upload");
        }
    }

    /** Forgets it and its parts; the evidence it has become stays. */
    void cancel(CaseId caseId, CaseKind kind, String name) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.lock(caseId);
            forget(of(caseId, kind, name));
        });
    }

    /** It is evidence now: its parts are not needed any more. */
    void became(CaseId caseId, UUID id, UUID evidence) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.lock(caseId);
            findByIdOptional(id).ifPresent(upload -> {
                upload.became(evidence);
                forgetParts(id);
            });
        });
    }

    @Scheduled(every = "10m", delayed = "1m")
    void expire() {
        QuarkusTransaction.requiringNew()
                .run(() -> list("expiresAt <= ?1", clock.instant()).forEach(this::forget));
    }

    void erase(@Observes CaseErased erased) {
        list("caseId", erased.caseId().value()).forEach(this::forget);
    }

    private void forget(PartialUpload upload) {
        forgetParts(upload.id());
        delete(upload);
    }

    private void forgetParts(UUID upload) {
        List<UUID> names = parts.of(upload);
        parts.delete("upload", upload);
        orphaned.fire(new BlobsOrphaned(names));
    }
}
