package id.sigap.verification.casework;

import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.service.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All cases. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<Case, UUID> {

    /** The case, for whoever changes it: the row stays locked until the transaction ends, so that of two who decide one is first. */
    Optional<Case> toChange(ReportId report) {
        return findByIdOptional(report.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The cases, locked in one order whoever asks, so that two who ask at once don't wait for each other for ever.
     *
     * @throws Refusal 404 unless there are all of them
     */
    Map<UUID, Case> toChange(Set<UUID> reports) {
        Map<UUID, Case> found =
                find("report in ?1 order by report", reports).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                        .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        if (found.size() < reports.size()) {
            throw Refusal.notFound("case");
        }
        return found;
    }

    /** The cases that are decided with this one, locked. */
    List<Case> mergedToChange(Case lead) {
        return find("mergedInto = ?1 and state = ?2 order by report", lead.id().value(), CaseState.MERGED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** @throws Refusal 404 if there is no such case */
    Case of(UUID report) {
        return findByIdOptional(report).orElseThrow(() -> Refusal.notFound("case"));
    }

    /** Those cases, by report. */
    Map<UUID, Case> of(List<UUID> reports) {
        return reports.isEmpty()
                ? Map.of()
                : find("report in ?1", reports).stream()
                        .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }

    /** Those of the numbers that somebody had a part in the decision to block: found fraud, or approved the finding. */
    public Set<Msisdn> decidedOn(Collection<Msisdn> numbers, String account) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return find(
                        "state = ?1 and finding.number in ?2 and (finding.decidedBy = ?3 or approvedBy = ?3)",
                        CaseState.VERIFIED,
                        numbers,
                        account)
                .stream()
                .map(found -> found.finding.number())
                .collect(Collectors.toSet());
    }
}
