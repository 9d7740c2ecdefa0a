package id.sigap.intake.evidence;

import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.ReportId;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.EvidenceCheck;
import id.sigap.intake.filetype.FileType;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One file of a case; its sealed bytes lie in the store under its id.
 * <pre>
 * Quarantined ─found clean─▶ Clean
 *           └──refused────▶ Refused
 * </pre>
 */
@Entity
@Table(name = "evidence")
public class Evidence {

    private static final int MOST_DOUBLINGS = 20;

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private CaseKind caseKind;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private long sizeBytes;

    @Enumerated(EnumType.STRING)
    private EvidenceState state;

    @Enumerated(EnumType.STRING)
    private EvidenceCheck evidenceCheck;

    private Instant receivedAt;
    private Instant nextCheckAt;
    private int fruitlessChecks;

    Evidence() {}

    Evidence(UUID id, CaseId caseId, CaseKind caseKind, Sealed sealed, Instant now, Instant nextCheckAt) {
        this.id = id;
        this.caseId = caseId.value();
        this.caseKind = caseKind;
        this.sha256 = sealed.sha256();
        this.type = sealed.type();
        this.sizeBytes = sealed.sizeBytes();
        this.state = EvidenceState.QUARANTINED;
        this.receivedAt = now;
        this.nextCheckAt = nextCheckAt;
    }

    /** What was learnt of a file while it was sealed. @param sha256 over the original bytes */
    record Sealed(String sha256, FileType type, long sizeBytes) {}

    void foundClean(EvidenceCheck check) {
        state = EvidenceState.CLEAN;
        evidenceCheck = check;
        nextCheckAt = null;
    }

    void refuse() {
        state = EvidenceState.REFUSED;
        nextCheckAt = null;
    }

    void checkAgain(Instant at) {
        nextCheckAt = at;
    }

    /** The scanner said nothing of it: it is asked again later, and later still the next time. */
    void checkedInVain(Instant now, Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(1L << Math.min(fruitlessChecks++, MOST_DOUBLINGS));
        nextCheckAt = now.plus(doubled.compareTo(longest) < 0 ? doubled : longest);
    }

    Instant nextCheckAt() {
        return nextCheckAt;
    }

    EvidenceAttached attached(Instant now) {
        return new EvidenceAttached(new ReportId(caseId), ref(), type.mediaType(), sizeBytes, evidenceCheck, now);
    }

    public EvidenceRef ref() {
        return new EvidenceRef(new EvidenceId(id), sha256);
    }

    public EvidenceState state() {
        return state;
    }

    public EvidenceView view() {
        return new EvidenceView(
                id, sha256, type.mediaType(), sizeBytes, state, Optional.ofNullable(evidenceCheck), receivedAt);
    }

    /** Where its bytes stand in its case, for sealing. */
    static String place(UUID id) {
        return "evidence/" + id;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    CaseKind caseKind() {
        return caseKind;
    }

    FileType type() {
        return type;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /**
     * A piece of evidence, described.
     *
     * @param check how it was found clean; TYPE_ONLY means that no scanner is configured
     */
    public record EvidenceView(
            UUID evidence,
            String sha256,
            String mediaType,
            long sizeBytes,
            EvidenceState state,
            Optional<EvidenceCheck> check,
            Instant receivedAt) {

        /** As people call it. */
        public String kind() {
            return FileType.ofMediaType(mediaType).map(FileType::label).orElse(mediaType);
        }
    }
}
