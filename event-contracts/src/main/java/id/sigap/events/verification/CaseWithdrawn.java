package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The reporter took the report back: nothing is left to decide. Source: verification-service, on ReportWithdrawn.
 *
 * @param report the report
 * @param at when, by the service's clock
 */
public record CaseWithdrawn(ReportId report, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
