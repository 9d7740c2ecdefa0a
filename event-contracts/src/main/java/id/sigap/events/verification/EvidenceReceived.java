package id.sigap.events.verification;

import id.sigap.events.EvidenceRef;
import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * A piece of evidence lies on the open case; a case that waited for evidence goes on. Source: verification-service, on EvidenceAttached.
 *
 * @param report the report
 * @param evidence its id and hash
 * @param at when, by the service's clock
 */
public record EvidenceReceived(ReportId report, EvidenceRef evidence, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
