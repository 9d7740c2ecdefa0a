package id.sigap.intake.receipt;

import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Issues receipts and opens cases with them. */
@ApplicationScoped
public class Receipts implements PanacheRepositoryBase<Receipt, UUID> {

    private final Limits limits;
    private final BrowserSessions sessions;
    private final Visitors visitors;

    Receipts(Limits limits, BrowserSessions sessions, Visitors visitors) {
        this.limits = limits;
        this.sessions = sessions;
        this.visitors = visitors;
    }

    /** What a code opens. */
    public record Opened(CaseId caseId, CaseKind kind) {}

    /** A new code for a new case; it can't be had again. */
    public ReceiptCode issue(CaseId caseId, CaseKind kind) {
        ReceiptCode code = ReceiptCode.next();
        persist(new Receipt(caseId, kind, code));
        return code;
    }

    /** @throws Refusal 401 if no case of that kind has this code or browser, 429 after too many wrong codes */
    public CaseId open(ShownReceipt shown, CaseKind kind) {
        return shown.code == null && shown.session != null
                ? open(shown.session, kind)
                : open(shown.code, visitors.of(shown.request, shown.proof), kind);
    }

    /** @param session a browser's token @throws Refusal 401 if it has ended, or is another kind's */
    public CaseId open(String session, CaseKind kind) {
        return sessions.use(session, kind).orElseThrow(() -> new Refusal(Status.UNAUTHORIZED, "session-ended"));
    }

    /** @see #open(ShownReceipt, CaseKind) */
    public CaseId open(String code, Visitor visitor, CaseKind kind) {
        return opened(code, visitor, receipt -> receipt.kind() == kind).caseId();
    }

    /** A case of whichever kind. @see #open(ShownReceipt, CaseKind) */
    public Opened open(String code, Visitor visitor) {
        return opened(code, visitor, _ -> true);
    }

    private Opened opened(String code, Visitor visitor, Predicate<Receipt> fits) {
        requireLeft(visitor);
        // looked up by its hash: how long that takes tells nothing about the code
        Optional<Receipt> found = ReceiptCode.read(code)
                .flatMap(read -> find("codeHash", read.hash()).<Receipt>firstResultOptional())
                .filter(fits);
        return found.map(receipt -> new Opened(receipt.caseId(), receipt.kind()))
                .orElseThrow(() -> {
                    QuarkusTransaction.requiringNew()
                            .run(() -> limits.use(Counted.WRONG_RECEIPTS.of(visitor.network())));
                    return new Refusal(Status.UNAUTHORIZED, "receipt-unknown");
                });
    }

    /** A proof is spent even if the code is wrong, and the caller's transaction rolled back. */
    private void requireLeft(Visitor visitor) {
        if (visitor.proof().isPresent()) {
            QuarkusTransaction.requiringNew().run(() -> limits.requireLeft(visitor, Counted.WRONG_RECEIPTS));
        } else {
            limits.requireLeft(visitor, Counted.WRONG_RECEIPTS);
        }
    }
}
