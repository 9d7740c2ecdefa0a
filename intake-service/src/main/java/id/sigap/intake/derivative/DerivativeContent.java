package id.sigap.intake.derivative;

import id.sigap.events.CanonicalUuid;
import id.sigap.intake.decoding.Original;
import id.sigap.intake.derivative.Derivatives.Made;
import id.sigap.intake.evidence.EvidenceContent;
import id.sigap.intake.evidence.EvidenceContent.Viewable;
import id.sigap.intake.evidence.EvidenceStore;
import id.sigap.intake.evidence.FileAnswer;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Shows staff what was made of a piece of evidence. */
@ApplicationScoped
public class DerivativeContent {

    private final EvidenceContent content;
    private final Derivatives derivatives;
    private final EvidenceStore store;
    private final AccessLog accesses;
    private final CurrentUser user;

    DerivativeContent(
            EvidenceContent content,
            Derivatives derivatives,
            EvidenceStore store,
            AccessLog accesses,
            CurrentUser user) {
        this.content = content;
        this.derivatives = derivatives;
        this.store = store;
        this.accesses = accesses;
        this.user = user;
    }

    /** What is shown of it, as often as it is opened; empty if nothing is, or nothing yet. In the caller's transaction, which logs the read. */
    public Optional<Original> shown(Viewable piece) {
        return derivatives.of(piece.id()).map(made -> () -> opened(piece, made));
    }

    private InputStream opened(Viewable piece, Made made) throws IOException {
        return piece.key().opening(Making.place(made.blob()), store.open(made.blob()));
    }

    private record Shown(Viewable piece, Made made) {}

    /**
     * The file, or the part of it that was asked for; the read is logged before the first byte leaves.
     *
     * @param range the header of that name; null without one
     * @throws Refusal 404 if there is no such piece, or nothing to show of it; 409 while it is not clean, 410 after erasure
     */
    Response of(String caseText, String evidenceText, CaseKind kind, String range) throws IOException {
        Shown shown = QuarkusTransaction.requiringNew().call(() -> {
            Viewable piece = content.viewable(caseText, evidenceText, kind);
            Made made = derivatives.of(piece.id()).orElseThrow(() -> Refusal.notFound("derivative"));
            accesses.derivativeRead(piece.caseId(), piece.id(), user.actor());
            return new Shown(piece, made);
        });
        Made made = shown.made();
        return new FileAnswer(
                        made.mediaType(),
                        made.sizeBytes(),
                        shown.piece().id() + "." + made.mediaType().replaceFirst(".*/", ""),
                        () -> opened(shown.piece(), made))
                .to(range);
    }

    /** In the caller's transaction. @throws Refusal 404 for what is no case's name */
    List<Derivative> of(String caseText, CaseKind kind) {
        try {
            return derivatives.of(new CaseId(CanonicalUuid.parse(caseText)), kind);
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound(kind == CaseKind.REPORT ? "report" : "appeal");
        }
    }
}
