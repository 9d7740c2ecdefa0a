package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The report stands alone again and waits for an officer. Source: verification-service.
 *
 * @param report the report
 * @param from the report it was to be decided with
 * @param by who parted them, by account id; {@code reporter} if that report was taken back
 * @param at when, by the service's clock
 */
public record CaseUnmerged(ReportId report, ReportId from, String by, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
