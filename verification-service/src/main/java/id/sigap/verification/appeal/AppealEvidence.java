package id.sigap.verification.appeal;

import id.sigap.events.EvidenceRef;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A document the owner handed in; the bytes stay in the vault.
 *
 * @param sha256 64 lower-case hexadecimal digits over the original bytes
 */
@Embeddable
public record AppealEvidence(@Column(name = "evidence") UUID evidence, String sha256) {

    static AppealEvidence of(EvidenceRef ref) {
        return new AppealEvidence(ref.evidence().value(), ref.sha256());
    }
}
