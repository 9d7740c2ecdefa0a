package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The report is decided together with another of the same number. Source: verification-service.
 *
 * @param report the report
 * @param into the report it is decided with
 * @param officer who merged them, by account id
 * @param at when, by the service's clock
 */
public record CaseMerged(ReportId report, ReportId into, String officer, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
