package id.sigap.events.verification;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The evidence proves fraud: the number is to be blocked. Source: verification-service; there is no block without it.
 *
 * @param report the report
 * @param number the number to block
 * @param category as the officer judged it
 * @param channel where it came from
 * @param evidence what the decision rests on, at least one
 * @param operator the operator the officer named; empty leaves it to the directory
 * @param decidedBy the deciding officer's account id
 * @param approvedBy the second approver's account id, for protected numbers
 * @param evidenceCompleteAt when the last piece of evidence used had arrived
 * @param at when, by the service's clock
 */
public record EvidenceVerified(
        ReportId report,
        Msisdn number,
        Category category,
        Channel channel,
        List<EvidenceRef> evidence,
        Optional<OperatorCode> operator,
        String decidedBy,
        Optional<String> approvedBy,
        Instant evidenceCompleteAt,
        Instant at)
        implements VerificationEvent {

    public EvidenceVerified {
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
