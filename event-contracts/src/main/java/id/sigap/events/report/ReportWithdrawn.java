package id.sigap.events.report;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The reporter took the report back before it was decided. Source: intake-service.
 *
 * @param report the report
 * @param at when, by the service's clock
 */
public record ReportWithdrawn(ReportId report, Instant at) implements ReportEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
