package id.sigap.intake.evidence;

import id.sigap.events.CanonicalUuid;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

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

    private record Shown(Evidence evidence, CaseKey key) {}

    /**
     * The file as an attachment; the read is logged before the first byte leaves.
     *
     * @throws Refusal 404, 409 while it is not clean, 410 after erasure
     */
    public Response of(String caseText, String evidenceText, CaseKind kind) throws IOException {
        Shown shown = QuarkusTransaction.requiringNew().call(() -> shown(caseText, evidenceText, kind));
        Evidence evidence = shown.evidence();
        String name = evidence.id() + "." + evidence.type().extension();
        return Response.ok(shown.key().opening(Evidence.place(evidence.id()), store.open(evidence.id())))
                .type(evidence.type().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, evidence.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }

    private Shown shown(String caseText, String evidenceText, CaseKind kind) {
        Evidence evidence = found(caseText, evidenceText, kind);
        if (evidence.state() != EvidenceState.CLEAN) {
            throw new Refusal(Status.CONFLICT, "evidence-withheld", evidence.state());
        }
        accesses.evidenceRead(evidence.caseId(), evidence.id(), user.actor());
        return new Shown(evidence, keys.of(evidence.caseId()));
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
