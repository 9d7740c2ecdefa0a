package id.sigap.events.verification;

import id.sigap.events.Category;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An officer found fraud by a protected number: nothing is blocked before another officer agrees. Source: verification-service.
 *
 * @param report the report
 * @param number the number to block
 * @param category as the officer judged it
 * @param evidence what the decision rests on, at least one
 * @param operator the operator the officer named; empty leaves it to the directory
 * @param decidedBy the deciding officer's account id
 * @param at when, by the service's clock
 */
public record SecondApprovalRequested(
        ReportId report,
        Msisdn number,
        Category category,
        List<EvidenceRef> evidence,
        Optional<OperatorCode> operator,
        String decidedBy,
        Instant at)
        implements VerificationEvent {

    public SecondApprovalRequested {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence: a decision rests on at least one piece");
        }
    }

    @Override
    public String subject() {
        return report.toString();
    }
}
