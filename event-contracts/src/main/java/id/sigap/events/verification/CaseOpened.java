package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * A report waits for an officer. Source: verification-service, on ReportSubmitted.
 *
 * @param report the report
 * @param at when, by the service's clock
 */
public record CaseOpened(ReportId report, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
