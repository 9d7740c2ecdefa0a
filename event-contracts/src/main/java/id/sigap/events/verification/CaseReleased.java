package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The case waits for an officer again. Source: verification-service.
 *
 * @param report the report
 * @param officer who had the case, by account id
 * @param releasedBy the same officer, or a supervisor, by account id
 * @param at when, by the service's clock
 */
public record CaseReleased(ReportId report, String officer, String releasedBy, Instant at)
        implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
