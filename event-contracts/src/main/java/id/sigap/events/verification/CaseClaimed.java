package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * An officer took the case and serves the reporter now. Source: verification-service.
 *
 * @param report the report
 * @param officer the officer's account id
 * @param at when, by the service's clock
 */
public record CaseClaimed(ReportId report, String officer, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
