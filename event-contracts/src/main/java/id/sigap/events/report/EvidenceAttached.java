package id.sigap.events.report;

import id.sigap.events.EvidenceRef;
import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * A piece of evidence was uploaded and found clean; what is not clean is never announced. Source: intake-service.
 *
 * @param report the report
 * @param evidence its id and hash
 * @param mediaType by content, such as {@code audio/mpeg}
 * @param sizeBytes of the original, in bytes
 * @param check how it was found clean
 * @param at when, by the service's clock
 */
public record EvidenceAttached(
        ReportId report, EvidenceRef evidence, String mediaType, long sizeBytes, EvidenceCheck check, Instant at)
        implements ReportEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
