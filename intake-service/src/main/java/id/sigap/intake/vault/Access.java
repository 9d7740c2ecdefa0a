package id.sigap.intake.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody read personal data of a case, or erased it. A line of a chain, written by {@link AccessLog} alone. */
@Entity
@Table(name = "access_log")
class Access {

    /** What was looked at. */
    enum What {
        REPORT,
        MESSAGES,
        CHAT,
        EVIDENCE_LIST,
        /** The original. */
        EVIDENCE,
        /** What a page shows instead of it. */
        DERIVATIVE,
        /** How loud a recording is, part by part. */
        PEAKS,
        /** What officers noted of a recording. */
        NOTES,
        APPEAL,
        ERASURE
    }

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private What what;

    private UUID item;
    private String who;
    private Instant at;

    Access() {}

    AccessView view() {
        return new AccessView(id, what.name(), Optional.ofNullable(item), who, at);
    }

    UUID id() {
        return id;
    }

    /**
     * One line of the access log.
     *
     * @param item the piece of evidence, where it was one
     * @param who role and account id
     */
    record AccessView(UUID access, String what, Optional<UUID> item, String who, Instant at) {}
}
