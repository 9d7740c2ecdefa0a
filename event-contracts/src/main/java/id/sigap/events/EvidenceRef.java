package id.sigap.events;

import java.util.Objects;

/**
 * A piece of evidence, named but not shown: the bytes stay in the vault.
 *
 * @param evidence its id in the vault
 * @param sha256 64 lower-case hexadecimal digits over the original bytes
 */
public record EvidenceRef(EvidenceId evidence, String sha256) {

    public EvidenceRef {
        Objects.requireNonNull(evidence, "evidence");
        if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits");
        }
    }
}
