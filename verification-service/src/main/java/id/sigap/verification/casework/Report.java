package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.phone.Suspect;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/**
 * What the citizen said, as far as it may leave the vault. It never changes.
 *
 * @param caseNumber what people call it, such as {@code LPR-2026-000123}
 * @param suspectKind null if neither a number nor a sender's name was given
 * @param suspectValue as the kind
 * @param reporter a keyed hash: tells the same reporter again, tells nobody who; null for reports older than the column
 */
@Embeddable
record Report(
        @Column(name = "case_number") String caseNumber,
        @Enumerated(EnumType.STRING) ReportKind kind,
        @Enumerated(EnumType.STRING) Channel channel,
        @Enumerated(EnumType.STRING) Category category,

        @Column(name = "suspect_kind") @Enumerated(EnumType.STRING)
        Suspect.Kind suspectKind,

        @Column(name = "suspect_number") String suspectValue,
        @Column(name = "occurred_at") Instant occurredAt,
        @Column(name = "money_lost") boolean moneyLost,
        String language,
        String reporter,
        @Column(name = "submitted_at") Instant submittedAt) {

    /** It says that a number, or a sender's name, was used for fraud. */
    boolean accuses() {
        return kind == ReportKind.COMPLAINT && suspectValue != null;
    }

    /** Both say that one number, or one sender's name, was used for fraud: what is proven of it answers both. */
    boolean accusesTheSameAs(Report other) {
        return accuses() && other.accuses() && suspectValue.equals(other.suspectValue);
    }

    static Report of(ReportSubmitted submitted) {
        Optional<Suspect> suspect = Suspect.of(submitted);
        return new Report(
                submitted.caseNumber(),
                submitted.kind(),
                submitted.channel(),
                submitted.category(),
                suspect.map(Suspect::kind).orElse(null),
                suspect.map(Suspect::value).orElse(null),
                submitted.occurredAt(),
                submitted.moneyLost(),
                submitted.language(),
                submitted.reporter(),
                submitted.submittedAt());
    }

    Optional<Suspect> suspect() {
        return Optional.ofNullable(suspectKind).map(sort -> new Suspect(sort, suspectValue));
    }
}
