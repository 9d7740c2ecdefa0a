package id.sigap.intake.evidence;

import id.sigap.events.CanonicalUuid;
import id.sigap.intake.filetype.FileType;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Shows staff the original bytes of a piece of evidence, in a form no browser runs. */
@ApplicationScoped
public class EvidenceContent {

    private final EvidenceItems items;
    private final EvidenceStore store;
    private final CaseKeys keys;
    private final AccessLog accesses;
    private final CurrentUser user;

    EvidenceContent(EvidenceItems items, EvidenceStore store, CaseKeys keys, AccessLog accesses, CurrentUser user) {
        this.items = items;
        this.store = store;
        this.keys = keys;
        this.accesses = accesses;
        this.user = user;
    }

    /**
     * A piece that may be looked at.
     *
     * @param mediaType by content
     * @param key opens it
     */
    public record Viewable(UUID id, CaseId caseId, String mediaType, long sizeBytes, CaseKey key) {}

    /**
     * The file as an attachment, or the part of it that was asked for; the read is logged before the first byte leaves.
     *
     * @param range the header of that name; null without one
     * @throws Refusal 404, 409 while it is not clean, 410 after erasure
     */
    public Response of(String caseText, String evidenceText, CaseKind kind, String range) throws IOException {
        Viewable piece = QuarkusTransaction.requiringNew().call(() -> {
            Viewable found = viewable(caseText, evidenceText, kind);
            accesses.evidenceRead(found.caseId(), found.id(), user.actor());
            return found;
        });
        String extension = FileType.ofMediaType(piece.mediaType()).orElseThrow().extension();
        return new FileAnswer(piece.mediaType(), piece.sizeBytes(), piece.id() + "." + extension, () -> open(piece))
                .to(range);
    }

    /** The original bytes; nothing is logged here. */
    public InputStream open(Viewable piece) throws IOException {
        return piece.key().opening(Evidence.place(piece.id()), store.open(piece.id()));
    }

    /** In the caller's transaction, which logs the read. @throws Refusal 404, 409 while it is not clean, 410 after erasure */
    public Viewable viewable(String caseText, String evidenceText, CaseKind kind) {
        Evidence evidence = found(caseText, evidenceText, kind);
        if (evidence.state() != EvidenceState.CLEAN) {
            throw new Refusal(Status.CONFLICT, "evidence-withheld", evidence.state());
        }
        return new Viewable(
                evidence.id(),
                evidence.caseId(),
                evidence.type().mediaType(),
                evidence.sizeBytes(),
                keys.of(evidence.caseId()));
    }

    private Evidence found(String caseText, String evidenceText, CaseKind kind) {
        try {
            var caseId = new CaseId(CanonicalUuid.parse(caseText));
            if (!keys.exists(caseId) && keys.findById(caseId.value()) != null) {
                throw new Refusal(Status.GONE, "personal-data-erased");
            }
            return items.findByIdOptional(CanonicalUuid.parse(evidenceText))
                    .filter(evidence -> evidence.caseId().equals(caseId) && evidence.caseKind() == kind)
                    .orElseThrow(() -> Refusal.notFound("evidence"));
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("evidence");
        }
    }
}
