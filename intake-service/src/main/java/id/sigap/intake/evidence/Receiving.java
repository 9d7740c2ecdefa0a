package id.sigap.intake.evidence;

import id.sigap.intake.evidence.Evidence.EvidenceView;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes the parts of a file in. Each is sealed and safe on disk before its row says so, and only a row moves the place where the next one
 * begins: what was acknowledged survives whoever dies, and any replica goes on. The last one makes them a file, which is taken like any other.
 */
@ApplicationScoped
class Receiving {

    private static final Logger LOG = Logger.getLogger(Receiving.class);

    private final PartialUploads uploads;
    private final UploadParts parts;
    private final Uploads files;
    private final EvidenceItems items;
    private final EvidenceStore store;
    private final CaseKeys keys;
    private final EvidenceConfig config;
    private final Clock clock;

    Receiving(
            PartialUploads uploads,
            UploadParts parts,
            Uploads files,
            EvidenceItems items,
            EvidenceStore store,
            CaseKeys keys,
            EvidenceConfig config,
            Clock clock) {
        this.uploads = uploads;
        this.parts = parts;
        this.files = files;
        this.items = items;
        this.store = store;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Whose upload it is. @param stillOpen throws if the case takes no evidence now */
    record Target(CaseId caseId, CaseKind kind, String upload, Runnable stillOpen) {}

    /** How far it is. @param evidence once all of it is here and was taken */
    record Progress(UploadView upload, Optional<EvidenceView> evidence) {}

    /** What is known of an upload outside a transaction. */
    private record Open(UUID id, CaseKey key, long remaining, Optional<UUID> evidence) {}

    private record Whole(Open open, List<UUID> parts) {}

    /**
     * One part.
     *
     * @throws Refusal 404, 409 if it doesn't go on at that offset, 413 if it is too long, 415; then nothing of this part is kept
     */
    Progress receive(Target target, long offset, InputStream body) {
        Open open = QuarkusTransaction.requiringNew().call(() -> open(target, offset));
        if (open.evidence().isEmpty() && open.remaining() > 0) {
            UUID part = Ids.next();
            long came = kept(target, part, open, offset, body);
            if (came > 0) {
                enter(target, new UploadPart(part, open.id(), offset, came), came, offset);
            }
        }
        return progress(target);
    }

    private Open open(Target target, long offset) {
        PartialUpload upload = uploads.of(target.caseId(), target.kind(), target.upload());
        upload.requireAt(offset);
        if (upload.evidence().isEmpty()) {
            target.stillOpen().run();
        }
        CaseKey key = keys.of(target.caseId());
        return new Open(upload.id(), key, upload.length() - upload.received(), upload.evidence());
    }

    /** A file of a wrong type is refused by its first part, and with it the upload. */
    private long kept(Target target, UUID part, Open open, long offset, InputStream body) {
        try {
            return keep(part, open, offset, Taken.by(target.kind()), body);
        } catch (Refusal refusal) {
            if (refusal.status() == Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode()) {
                uploads.cancel(target.caseId(), target.kind(), target.upload());
            }
            throw refusal;
        }
    }

    private long keep(UUID part, Open open, long offset, Taken taken, InputStream body) {
        try (EvidenceStore.Draft draft = store.draft(part)) {
            var arriving = new Arriving(body, open.remaining());
            long came = arriving.through(
                    open.key().sealing(UploadPart.place(part), draft.out()),
                    offset == 0 ? Optional.of(taken) : Optional.empty());
            if (came > 0) {
                draft.keep();
            }
            return came;
        } catch (IOException e) {
            LOG.errorf("a part of an upload can't be stored: %s", e.getMessage());
            throw new Refusal(Status.SERVICE_UNAVAILABLE, "evidence-store-unavailable");
        }
    }

    /** Its row, if the upload still goes on where this part begins. */
    private void enter(Target target, UploadPart part, long bytes, long offset) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                keys.lock(target.caseId());
                keys.of(target.caseId());
                PartialUpload upload = uploads.of(target.caseId(), target.kind(), target.upload());
                upload.requireAt(offset);
                target.stillOpen().run();
                upload.receive(bytes, clock.instant().plus(config.uploadRests()));
                parts.persist(part);
            });
        } catch (Refusal e) {
            delete(part.id());
            throw e;
        }
        // any other failure leaves open whether the row was committed: then the blob stays, and is swept without one
    }

    private Progress progress(Target target) {
        PartialUpload upload = QuarkusTransaction.requiringNew()
                .call(() -> uploads.of(target.caseId(), target.kind(), target.upload()));
        Optional<EvidenceView> evidence = upload.evidence()
                .flatMap(this::taken)
                .or(() -> upload.isWhole() ? whole(target, upload) : Optional.empty());
        return new Progress(upload.view(), evidence);
    }

    /** All of it is here. Whoever asks again, because the request that brought the last part died, comes here too. */
    private Optional<EvidenceView> whole(Target target, PartialUpload upload) {
        Whole whole = QuarkusTransaction.requiringNew().call(() -> {
            keys.lock(target.caseId()); // whoever makes evidence of it does away with its parts in one step
            return new Whole(open(target, upload.received()), parts.of(upload.id()));
        });
        if (whole.open().evidence().isPresent()) {
            return whole.open().evidence().flatMap(this::taken);
        }
        try (InputStream file =
                new Joined(whole.parts().iterator(), store, whole.open().key())) {
            Evidence evidence = files.take(target.caseId(), target.kind(), file, target.stillOpen());
            uploads.became(target.caseId(), upload.id(), evidence.id());
            return Optional.of(evidence.view());
        } catch (Refusal refusal) {
            if (refusal.status() < 500) { // no other answer will ever come
                uploads.cancel(target.caseId(), target.kind(), target.upload());
            }
            throw refusal;
        } catch (IOException e) {
            return meanwhile(upload, e);
        }
    }

    /** Another request may have been faster, and done away with the parts. */
    private Optional<EvidenceView> meanwhile(PartialUpload upload, Exception why) {
        Optional<EvidenceView> evidence = QuarkusTransaction.requiringNew()
                .call(() -> uploads.findByIdOptional(upload.id()).flatMap(PartialUpload::evidence))
                .flatMap(this::taken);
        if (evidence.isEmpty()) {
            LOG.errorf("the parts of an upload can't be read upload=%s why=%s", upload.id(), why.getMessage());
            throw new Refusal(Status.SERVICE_UNAVAILABLE, "evidence-store-unavailable");
        }
        return evidence;
    }

    private Optional<EvidenceView> taken(UUID evidence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> items.findByIdOptional(evidence).map(Evidence::view));
    }

    private void delete(UUID part) {
        try {
            store.delete(part);
        } catch (IOException e) {
            LOG.warnf("a part without a row stays until the next sweep part=%s", part);
        }
    }
}
