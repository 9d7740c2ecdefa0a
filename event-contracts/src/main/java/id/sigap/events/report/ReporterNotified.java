package id.sigap.events.report;

import id.sigap.events.CanonicalUuid;
import java.time.Instant;

/**
 * The reporter (or appellant) was told something, and the mail server took it. Source: intake-service.
 *
 * @param about the report's or the appeal's id
 * @param notice what they were told
 * @param at when, by the service's clock
 */
public record ReporterNotified(String about, Notice notice, Instant at) implements ReportEvent {

    /** @throws IllegalArgumentException if {@code about} is not a UUID */
    public ReporterNotified {
        CanonicalUuid.parse(about);
    }

    @Override
    public String subject() {
        return about;
    }
}
