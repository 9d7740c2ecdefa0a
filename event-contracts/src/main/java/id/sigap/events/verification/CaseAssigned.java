package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * A supervisor gave the case to an officer. Source: verification-service.
 *
 * @param report the report
 * @param officer who has the case now, by account id
 * @param assignedBy the supervisor's account id
 * @param at when, by the service's clock
 */
public record CaseAssigned(ReportId report, String officer, String assignedBy, Instant at)
        implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
