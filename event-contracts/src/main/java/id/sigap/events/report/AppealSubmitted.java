package id.sigap.events.report;

import id.sigap.events.AppealId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import java.time.Instant;
import java.util.List;

/**
 * A number's owner asks for it to be unblocked. Source: intake-service.
 *
 * @param appeal the appeal
 * @param appealNumber what people call it, such as {@code BND-2026-000007}
 * @param number the blocked number
 * @param evidence the documents handed in, possibly none
 * @param appellant keyed hash of the owner's contact number
 * @param submittedAt when the vault took it
 */
public record AppealSubmitted(
        AppealId appeal,
        String appealNumber,
        Msisdn number,
        List<EvidenceRef> evidence,
        String appellant,
        Instant submittedAt)
        implements ReportEvent {

    public AppealSubmitted {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String subject() {
        return appeal.toString();
    }
}
