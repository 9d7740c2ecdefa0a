package id.sigap.verification.team;

import id.sigap.verification.casework.CaseState;
import id.sigap.verification.casework.Priority;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An open case as a supervisor sees it.
 *
 * @param version what a supervisor who gives it to somebody has seen
 * @param holder who has it, be the claim live or not; empty if nobody
 * @param ranOut whether that claim has run out
 */
public record TeamCase(
        UUID report,
        long version,
        String caseNumber,
        CaseState state,
        Priority priority,
        Instant submittedAt,
        Instant lastActivityAt,
        Optional<String> holder,
        boolean ranOut) {}
