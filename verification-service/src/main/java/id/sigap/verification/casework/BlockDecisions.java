package id.sigap.verification.casework;

import id.sigap.events.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who decided that a number is to be blocked: asked when its owner appeals. */
@ApplicationScoped
@Transactional
public class BlockDecisions {

    /** @param approvedBy the second officer, by a protected number */
    public record BlockDecision(
            UUID report, String caseNumber, String decidedBy, Optional<String> approvedBy, Instant at) {}

    private final Cases cases;

    BlockDecisions(Cases cases) {
        this.cases = cases;
    }

    /** The latest first. */
    public List<BlockDecision> on(Msisdn number) {
        return cases
                .find("state = ?1 and finding.number = ?2 order by closing.at desc", CaseState.VERIFIED, number)
                .stream()
                .map(found -> new BlockDecision(
                        found.id().value(),
                        found.facts.caseNumber(),
                        found.finding.decidedBy(),
                        Optional.ofNullable(found.approvedBy),
                        found.closing.at()))
                .toList();
    }
}
