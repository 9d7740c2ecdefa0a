package id.sigap.intake.evidence;

import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of a known length that comes in parts, each where the one before ended.
 * <pre>
 * Open ─part…─▶ Whole ─checked─▶ Evidence
 *  └────────────────┴─cancelled, expired, refused─▶ (gone)
 * </pre>
 */
@Entity
@Table(name = "partial_upload")
class PartialUpload {

    /** Of a file of 25 MB, if each is 32 KB: nobody needs finer ones, and a row is kept of each. */
    private static final int MOST_PARTS = 800;

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private CaseKind caseKind;

    private long length;
    private long received;
    private int parts;
    private UUID evidence;
    private Instant expiresAt;

    PartialUpload() {}

    PartialUpload(UUID id, CaseId caseId, CaseKind caseKind, long length, Instant expiresAt) {
        this.id = id;
        this.caseId = caseId.value();
        this.caseKind = caseKind;
        this.length = length;
        this.expiresAt = expiresAt;
    }

    /** The next part is not the one that was sent: its sender asks, or reads here, where to go on. */
    static final class WrongOffset extends Refusal {

        private final long expected;

        WrongOffset(long expected) {
            super(Status.CONFLICT.getStatusCode(), "upload-offset", List.of(), Map.of("offset", expected), expected);
            this.expected = expected;
        }

        long expected() {
            return expected;
        }
    }

    /** @throws WrongOffset if it doesn't go on there */
    void requireAt(long offset) {
        if (offset != received) {
            throw new WrongOffset(received);
        }
    }

    /** @throws Refusal 409 if it came in too many parts */
    void receive(long bytes, Instant restsUntil) {
        if (parts == MOST_PARTS) {
            throw new Refusal(Status.CONFLICT, "upload-too-fine", MOST_PARTS);
        }
        parts++;
        received += bytes;
        expiresAt = restsUntil;
    }

    void became(UUID piece) {
        evidence = piece;
    }

    boolean isWhole() {
        return received == length;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isOf(CaseId owner, CaseKind kind) {
        return caseId.equals(owner.value()) && caseKind == kind;
    }

    Optional<UUID> evidence() {
        return Optional.ofNullable(evidence);
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    long length() {
        return length;
    }

    long received() {
        return received;
    }

    UploadView view() {
        return new UploadView(id, length, received, expiresAt);
    }
}
