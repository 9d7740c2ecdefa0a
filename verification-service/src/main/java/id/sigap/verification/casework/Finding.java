package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.SecondApprovalRequested;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Fraud, as an officer found it: what a block rests on, and what a second officer agrees to or not.
 *
 * @param number the number to block
 * @param category as the officer judged it
 * @param operatorCode the operator the officer named; null leaves it to the directory
 * @param evidence the pieces it rests on, at least one
 * @param evidenceCompleteAt when the last of them had arrived
 * @param decidedBy the officer's account id
 */
@Embeddable
record Finding(
        @Column(name = "finding_number") Msisdn number,

        @Column(name = "finding_category") @Enumerated(EnumType.STRING)
        Category category,

        @Column(name = "finding_operator") OperatorCode operatorCode,
        @Column(name = "finding_evidence") List<UUID> evidence,
        @Column(name = "finding_evidence_complete_at") Instant evidenceCompleteAt,
        @Column(name = "finding_decided_by") String decidedBy) {

    static Finding of(
            Msisdn number, Category category, Optional<OperatorCode> operator, List<Evidence> evidence, String by) {
        return new Finding(
                number,
                category,
                operator.orElse(null),
                evidence.stream().map(Evidence::id).toList(),
                evidence.stream()
                        .map(Evidence::attachedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                by);
    }

    Optional<OperatorCode> operator() {
        return Optional.ofNullable(operatorCode);
    }

    /** @param available what there is of the case it was found in, which need not be the one that is verified by it */
    EvidenceVerified verified(Case verified, Collection<Evidence> available, Instant at) {
        return new EvidenceVerified(
                verified.id(),
                number,
                category,
                verified.facts.channel(),
                basisAmong(available),
                operator(),
                decidedBy,
                Optional.ofNullable(verified.approvedBy),
                evidenceCompleteAt,
                at);
    }

    SecondApprovalRequested askingForApproval(Case pending, Instant at) {
        return new SecondApprovalRequested(
                pending.id(), number, category, basisAmong(pending.evidence), operator(), decidedBy, at);
    }

    private List<EvidenceRef> basisAmong(Collection<Evidence> available) {
        return available.stream()
                .filter(piece -> evidence.contains(piece.id()))
                .map(Evidence::ref)
                .toList();
    }
}
