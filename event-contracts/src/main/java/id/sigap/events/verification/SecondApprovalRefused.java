package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The second officer did not agree: the case goes back to the first. Source: verification-service.
 *
 * @param report the report
 * @param refusedBy the second officer's account id
 * @param at when, by the service's clock
 */
public record SecondApprovalRefused(ReportId report, String refusedBy, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
