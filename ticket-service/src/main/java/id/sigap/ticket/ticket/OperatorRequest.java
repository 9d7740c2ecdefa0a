package id.sigap.ticket.ticket;

import static jakarta.persistence.EnumType.STRING;

import id.sigap.events.Action;
import id.sigap.events.AppealId;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.reliable.Ids;
import id.sigap.service.IllegalMove;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What one operator was asked, until when it had time, and what it answered. */
@Entity
@Table(name = "operator_request")
class OperatorRequest {

    /** What became of a request. */
    enum State {
        PENDING,
        ACKNOWLEDGED,
        CONFIRMED,
        DECLINED,
        /** An appeal was upheld before the operator had answered; it may answer all the same. */
        WITHDRAWN;

        /** @throws IllegalMove if that can't become of it from here */
        State after(Step step) {
            return legal(step).orElseThrow(() -> new IllegalMove("request", this, step.name()));
        }

        private Optional<State> legal(Step step) {
            return Optional.ofNullable(
                    switch (step) {
                        case ACKNOWLEDGE -> this == PENDING ? ACKNOWLEDGED : null;
                        case CONFIRM -> isAwaited() || this == WITHDRAWN ? CONFIRMED : null;
                        case DECLINE -> isAwaited() || this == WITHDRAWN ? DECLINED : null;
                        case WITHDRAW -> isAwaited() ? WITHDRAWN : null;
                    });
        }

        private boolean isAwaited() {
            return this == PENDING || this == ACKNOWLEDGED;
        }
    }

    /** What can become of a request; which of it where, {@link State#after} knows. */
    enum Step {
        /** The operator has seen it. */
        ACKNOWLEDGE,
        /** The operator has done it. */
        CONFIRM,
        /** The operator doesn't do it. */
        DECLINE,
        /** It is not to be done any more. */
        WITHDRAW
    }

    @Id
    UUID id;

    OperatorCode operator;

    @Enumerated(STRING)
    Action action;

    @Enumerated(STRING)
    State state;

    /** Why a block is to be lifted; null for a block. */
    @Enumerated(STRING)
    UnblockReason reason;

    /** The appeal an unblocking rests on; null for a block, and where no appeal asked for it. */
    UUID appeal;

    Instant requestedAt;
    Instant dueAt;
    Instant acknowledgedAt;
    /** When the operator's confirmation or decline counts from; null while it is awaited. */
    Instant answeredAt;

    String networkReference;

    @Enumerated(STRING)
    DeclineReason declineReason;

    OperatorCode suggestedOperator;
    String note;

    OperatorRequest() {}

    private OperatorRequest(Route to, Action action, Instant at) {
        this.id = Ids.next();
        this.operator = to.operator();
        this.action = action;
        this.state = State.PENDING;
        this.requestedAt = at;
        this.dueAt = at.plus(to.window());
    }

    static OperatorRequest toBlock(Route to, Instant at) {
        return new OperatorRequest(to, Action.BLOCK, at);
    }

    static OperatorRequest toUnblock(Route to, UnblockReason reason, Optional<AppealId> appeal, Instant at) {
        OperatorRequest request = new OperatorRequest(to, Action.UNBLOCK, at);
        request.reason = reason;
        request.appeal = appeal.map(AppealId::value).orElse(null);
        return request;
    }

    void acknowledge(Instant at) {
        state = state.after(Step.ACKNOWLEDGE);
        acknowledgedAt = at;
    }

    void confirm(Optional<String> reference, Instant at) {
        state = state.after(Step.CONFIRM);
        networkReference = storable(reference);
        answeredAt = at;
    }

    void decline(BlockDeclined answer) {
        state = state.after(Step.DECLINE);
        declineReason = answer.reason();
        suggestedOperator = answer.suggestedOperator().orElse(null);
        note = storable(answer.note());
        answeredAt = answer.receivedAt();
    }

    void withdraw(Instant at) {
        state = state.after(Step.WITHDRAW);
        answeredAt = at;
    }

    /** The same answer was given earlier than was known. */
    void acknowledgedEarlier(Instant at) {
        acknowledgedAt = acknowledgedAt == null ? at : earlier(acknowledgedAt, at);
    }

    /** The same answer was given earlier than was known. */
    void answeredEarlier(Instant at) {
        answeredAt = earlier(answeredAt, at);
    }

    /** The operator's own reference, given after the confirmation; the first stays. */
    void refer(String reference) {
        if (networkReference == null) {
            networkReference = storable(Optional.of(reference));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** An operator's own words: whatever they hold, they don't stop the ticket; PostgreSQL's text holds everything but NUL. */
    private static String storable(Optional<String> words) {
        return words.map(text -> text.replace("\0", "")).orElse(null);
    }

    RequestId id() {
        return new RequestId(id);
    }

    boolean isDeclinedBlock() {
        return action == Action.BLOCK && state == State.DECLINED;
    }
}
