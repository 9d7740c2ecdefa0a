package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The officer asked the reporter for evidence. Source: verification-service.
 *
 * @param report the report
 * @param officer the officer's account id
 * @param kinds what was asked for, at least one
 * @param at when, by the service's clock
 */
public record EvidenceRequested(ReportId report, String officer, Set<EvidenceKind> kinds, Instant at)
        implements VerificationEvent {

    public EvidenceRequested {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds: at least one is asked for");
        }
        // an EnumSet is always written in the same order
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    @Override
    public String subject() {
        return report.toString();
    }
}
