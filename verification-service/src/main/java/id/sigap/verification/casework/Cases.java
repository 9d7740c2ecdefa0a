package id.sigap.verification.casework;

import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All cases. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<Case, UUID> {

    /** The case, for whoever changes it: the row stays locked until the transaction ends, so that of two who decide one is first. */
    Optional<Case> toChange(ReportId report) {
        return findByIdOptional(report.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** @throws Refusal 404 if there is no such case */
    Case of(UUID report) {
        return findByIdOptional(report).orElseThrow(() -> Refusal.notFound("case"));
    }

    /** The other reports of the number, the latest first. */
    List<Case> othersOn(Case shown, int atMost) {
        return find(
                        "facts.suspectValue = ?1 and report <> ?2 order by facts.submittedAt desc",
                        shown.facts.suspectValue(),
                        shown.id().value())
                .page(0, atMost)
                .list();
    }

    /** Whether somebody had a part in the decision that the number is to be blocked: found fraud, or approved the finding. */
    public boolean decidedOn(Msisdn number, String account) {
        return count(
                        "state = ?1 and finding.number = ?2 and (finding.decidedBy = ?3 or approvedBy = ?3)",
                        CaseState.VERIFIED,
                        number,
                        account)
                > 0;
    }
}
