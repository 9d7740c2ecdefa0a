package id.sigap.verification.casework;

import id.sigap.events.Msisdn;
import id.sigap.phone.Suspect;
import id.sigap.verification.casework.CaseView.ClaimView;
import id.sigap.verification.casework.CaseView.ClosingView;
import id.sigap.verification.casework.CaseView.EvidenceView;
import id.sigap.verification.casework.CaseView.FindingView;
import id.sigap.verification.protection.ProtectedNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Shows a case with what policy and other reports say about it. */
@ApplicationScoped
class CaseViews {

    private final ReportedNumbers numbers;
    private final ProtectedNumbers protectedNumbers;
    private final CaseworkConfig policy;
    private final Clock clock;

    CaseViews(ReportedNumbers numbers, ProtectedNumbers protectedNumbers, CaseworkConfig policy, Clock clock) {
        this.numbers = numbers;
        this.protectedNumbers = protectedNumbers;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param offer what whoever looks may do with it */
    CaseView of(Case shown, Offer offer) {
        Instant now = clock.instant();
        Report facts = shown.facts;
        Optional<Suspect> suspect = facts.suspect();
        return new CaseView(
                shown.version,
                shown.id().value(),
                facts.caseNumber(),
                shown.state(),
                shown.priority,
                facts.kind(),
                facts.channel(),
                facts.category(),
                suspect,
                facts.occurredAt(),
                !facts.occurredAt().isBefore(facts.submittedAt().minus(policy.recentWithin())),
                facts.moneyLost(),
                facts.language(),
                facts.submittedAt(),
                toBlock(shown).filter(protectedNumbers::contains).isPresent(),
                suspect.map(Suspect::value).map(numbers::reportsOf).orElse(0),
                Optional.ofNullable(shown.claim)
                        .map(claim -> new ClaimView(claim.officer(), claim.until(), claim.isLive(now))),
                shown.askedFor,
                shown.evidence.stream().map(EvidenceView::of).toList(),
                shown.unreadMessages,
                shown.lastActivityAt,
                Optional.ofNullable(shown.finding).map(finding -> FindingView.of(finding, shown.approvedBy)),
                Optional.ofNullable(shown.closing).map(ClosingView::of),
                Optional.ofNullable(shown.mergedInto),
                offer.moves(),
                offer);
    }

    private static Optional<Msisdn> toBlock(Case shown) {
        return Optional.ofNullable(shown.finding)
                .map(Finding::number)
                .or(() -> shown.facts.suspect().flatMap(Suspect::blockable));
    }
}
