package id.sigap.intake.vault;

import com.google.crypto.tink.Aead;
import id.sigap.intake.vault.CaseKey.WrappedKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The row of a case key; once destroyed, only the fact that there was one. */
@Entity
@Table(name = "case_key")
class KeptKey {

    @Id
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private byte[] fields;
    private byte[] files;
    private Instant createdAt;
    private Instant destroyedAt;

    KeptKey() {}

    KeptKey(CaseId caseId, CaseKind kind, WrappedKey wrapped, Instant now) {
        this.caseId = caseId.value();
        this.kind = kind;
        this.fields = wrapped.fields();
        this.files = wrapped.files();
        this.createdAt = now;
    }

    boolean isOf(CaseKind sort) {
        return kind == sort;
    }

    /** Empty once destroyed. */
    Optional<WrappedKey> wrapped() {
        return destroyedAt == null ? Optional.of(new WrappedKey(fields, files)) : Optional.empty();
    }

    /** Whether it was wrapped with that key; a destroyed one may have been. */
    boolean opensWith(Aead master) {
        try {
            wrapped().ifPresent(wrapped -> CaseKey.unwrap(new CaseId(caseId), wrapped, master));
            return true;
        } catch (VaultFailure _) {
            return false;
        }
    }

    /** @return false if it was destroyed before */
    boolean destroy(Instant now) {
        if (destroyedAt != null) {
            return false;
        }
        fields = null;
        files = null;
        destroyedAt = now;
        return true;
    }
}
