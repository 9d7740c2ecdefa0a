package id.sigap.sla.ticket;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that changes whom a ticket waits for. */
@Embeddable
public class Step {

    /** What happened. */
    enum Kind {
        OPENED(Awaited.OPERATOR_NAME),
        ASKED(Awaited.ANSWER),
        DECLINED(Awaited.REROUTE),
        BLOCKED(Awaited.NOTHING),
        UNBLOCKED(Awaited.NOTHING),
        WITHDRAWN(Awaited.NOTHING),
        RELEASE_PROPOSED(Awaited.SECOND_APPROVAL),
        RELEASE_REFUSED(Awaited.NOTHING),
        CLOSED(Awaited.NOTHING);

        private final Awaited next;

        Kind(Awaited next) {
            this.next = next;
        }

        /** What the ticket waits for from there on. */
        Awaited next() {
            return next;
        }

        /** True if it ends the waiting for an answer only as the answer to what was asked. */
        boolean isAnswer() {
            return this == DECLINED || this == BLOCKED || this == UNBLOCKED || this == WITHDRAWN;
        }
    }

    @Enumerated(EnumType.STRING)
    Kind kind;

    Instant at;
    UUID request;
    String operator;
    Instant evidenceCompleteAt;

    protected Step() {}

    private Step(Kind kind, Instant at) {
        this.kind = kind;
        this.at = at;
    }

    static Step of(Kind kind, Instant at) {
        return new Step(kind, at);
    }

    static Step of(Kind kind, RequestId request, OperatorCode operator, Instant at) {
        Step step = new Step(kind, at);
        step.request = request.value();
        step.operator = operator.value();
        return step;
    }

    /** @param evidenceCompleteAt when there was all that is needed to verify; empty where nothing was to be verified */
    static Step asked(RequestId request, OperatorCode operator, Instant at, Optional<Instant> evidenceCompleteAt) {
        Step step = of(Kind.ASKED, request, operator, at);
        step.evidenceCompleteAt = evidenceCompleteAt.orElse(null);
        return step;
    }
}
