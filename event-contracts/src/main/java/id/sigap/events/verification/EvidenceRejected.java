package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The report does not lead to a block. Source: verification-service.
 *
 * @param report the report
 * @param reason why
 * @param decidedBy the deciding officer's account id
 * @param at when, by the service's clock
 */
public record EvidenceRejected(ReportId report, RejectionReason reason, String decidedBy, Instant at)
        implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
