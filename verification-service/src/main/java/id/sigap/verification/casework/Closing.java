package id.sigap.verification.casework;

import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.RejectionReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * How a case ended.
 *
 * @param rejection why it was rejected; null otherwise
 * @param answer how it was answered; null otherwise
 * @param by the account id of who spoke the last word; {@link #REPORTER} for a withdrawal
 * @param at when
 */
@Embeddable
record Closing(
        @Enumerated(EnumType.STRING) RejectionReason rejection,
        @Enumerated(EnumType.STRING) AnswerKind answer,
        @Column(name = "closed_by") String by,
        @Column(name = "closed_at") Instant at) {

    static final String REPORTER = "reporter";

    static Closing rejected(RejectionReason reason, Act act) {
        return new Closing(reason, null, act.by().id(), act.at());
    }

    static Closing answered(AnswerKind answer, Act act) {
        return new Closing(null, answer, act.by().id(), act.at());
    }

    static Closing verified(Act act) {
        return new Closing(null, null, act.by().id(), act.at());
    }

    static Closing withdrawn(Instant at) {
        return new Closing(null, null, REPORTER, at);
    }
}
