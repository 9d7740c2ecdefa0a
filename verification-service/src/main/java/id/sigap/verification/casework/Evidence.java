package id.sigap.verification.casework;

import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.EvidenceCheck;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * A piece of evidence found clean; the bytes stay in the vault.
 *
 * @param id its id in the vault
 * @param sha256 64 lower-case hexadecimal digits over the original bytes
 * @param mediaType by content
 * @param sizeBytes of the original
 * @param check how it was found clean
 * @param attachedAt when the vault took it
 */
@Embeddable
record Evidence(
        @Column(name = "evidence") UUID id,
        String sha256,
        @Column(name = "media_type") String mediaType,
        @Column(name = "size_bytes") long sizeBytes,

        @Column(name = "checked_as") @Enumerated(EnumType.STRING)
        EvidenceCheck check,

        @Column(name = "attached_at") Instant attachedAt) {

    static Evidence of(EvidenceAttached attached) {
        return new Evidence(
                attached.evidence().evidence().value(),
                attached.evidence().sha256(),
                attached.mediaType(),
                attached.sizeBytes(),
                attached.check(),
                attached.at());
    }

    EvidenceRef ref() {
        return new EvidenceRef(new EvidenceId(id), sha256);
    }
}
