package id.sigap.faults.check;

import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A: what an officer or the regulator decided, and was told to be so, stands in the journal in their name. */
final class DecisionsKept implements Rule {

    /** Who did what to which case or appeal. */
    private record Deed(Operation operation, String to, String by) {}

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        Set<Deed> done = snapshot.said(VerificationEvent.class)
                .flatMap(said -> deed(said.event()).stream())
                .collect(Collectors.toSet());
        history.attempts().stream()
                .filter(attempt -> attempt.phase() == Phase.OK)
                .flatMap(attempt -> deed(attempt).stream())
                .distinct()
                .filter(deed -> !done.contains(deed))
                .forEach(deed -> found.add(
                        "%s by %s was answered and is not in the journal".formatted(deed.operation(), deed.by()),
                        deed.to()));
        return found.list();
    }

    private static Optional<Deed> deed(Attempt attempt) {
        return switch (attempt.operation()) {
            case CLAIM, VERIFY, REJECT ->
                Optional.of(new Deed(attempt.operation(), attempt.asked(Fact.REPORT), attempt.asked(Fact.OFFICER)));
            case UPHOLD_APPEAL ->
                Optional.of(new Deed(attempt.operation(), attempt.asked(Fact.APPEAL), attempt.asked(Fact.OFFICER)));
            default -> Optional.empty();
        };
    }

    private static Optional<Deed> deed(VerificationEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case CaseClaimed e -> new Deed(Operation.CLAIM, e.subject(), e.officer());
                    case CaseAssigned e -> new Deed(Operation.CLAIM, e.subject(), e.officer());
                    case EvidenceVerified e -> new Deed(Operation.VERIFY, e.subject(), e.decidedBy());
                    case SecondApprovalRequested e -> new Deed(Operation.VERIFY, e.subject(), e.decidedBy());
                    case EvidenceRejected e -> new Deed(Operation.REJECT, e.subject(), e.decidedBy());
                    case AppealUpheld e -> new Deed(Operation.UPHOLD_APPEAL, e.subject(), e.decidedBy());
                    default -> null;
                });
    }
}
