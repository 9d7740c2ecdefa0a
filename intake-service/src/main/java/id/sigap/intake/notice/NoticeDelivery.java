package id.sigap.intake.notice;

import id.sigap.events.report.Notice;
import id.sigap.events.report.ReporterNotified;
import id.sigap.intake.vault.CaseId;
import id.sigap.service.Language;
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
 * One mail to one person.
 * <pre>
 * Pending ─sent─▶ Sent
 *   │  ▲ └─cancel─▶ Cancelled
 *   │  └─ failed (tried again later)
 *   └─failed for the last time, or refused─▶ Failed
 * </pre>
 */
@Entity
@Table(name = "notice")
class NoticeDelivery {

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Notice notice;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;
    private Instant nextAttemptAt;
    private String lastFailure;
    private Instant createdAt;
    private Instant settledAt;

    NoticeDelivery() {}

    NoticeDelivery(UUID id, CaseId caseId, Notice notice, Language language, String caseNumber, Instant now) {
        this.id = id;
        this.caseId = caseId.value();
        this.notice = notice;
        this.language = language;
        this.caseNumber = caseNumber;
        this.state = DeliveryState.PENDING;
        this.nextAttemptAt = now;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Notice notice() {
        return notice;
    }

    Language language() {
        return language;
    }

    String caseNumber() {
        return caseNumber;
    }

    DeliveryState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    /** An attempt begins, and counts whether or not anybody lives to say what came of it; nobody else makes one before then. */
    void attempt(Instant until) {
        attempts++;
        nextAttemptAt = until;
    }

    ReporterNotified sent(Instant now) {
        settle(DeliveryState.SENT, now);
        return new ReporterNotified(caseId.toString(), notice, now);
    }

    void cancel(Instant now) {
        settle(DeliveryState.CANCELLED, now);
    }

    /** @param pause until the next attempt */
    void failed(String why, Instant now, Duration pause, int mostAttempts) {
        lastFailure = why;
        if (attempts >= mostAttempts) {
            settle(DeliveryState.FAILED, now);
        } else {
            nextAttemptAt = now.plus(pause);
        }
    }

    /** The mail server will never take it. */
    void refused(String why, Instant now) {
        lastFailure = why;
        settle(DeliveryState.FAILED, now);
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    private void settle(DeliveryState end, Instant now) {
        state = end;
        settledAt = now;
    }
}
