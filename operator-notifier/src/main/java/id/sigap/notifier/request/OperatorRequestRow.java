package id.sigap.notifier.request;

import static jakarta.persistence.EnumType.STRING;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.ReplyChannel;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is remembered of a request. Only {@link OperatorRequest}'s moves write it. */
@MappedSuperclass
abstract class OperatorRequestRow {

    @Id
    UUID id;

    UUID ticket;
    String ticketNumber;
    OperatorCode operator;

    @Enumerated(STRING)
    Action action;

    Msisdn number;

    /** Null for an unblock. */
    @Enumerated(STRING)
    Category category;

    Instant requestedAt;
    Instant dueAt;

    @Enumerated(STRING)
    State state;

    Instant acknowledgedAt;
    /** When the final answer counts from; null while there is none. */
    Instant answeredAt;

    @Enumerated(STRING)
    ReplyChannel answeredVia;

    Instant doneAt;
    String networkReference;

    @Enumerated(STRING)
    DeclineReason declineReason;

    OperatorCode suggestedOperator;
    String note;
    /** Null unless it is withdrawn. */
    Instant withdrawnAt;
    /** When the number was blocked although nobody wanted it any more, as far as that is known: the latest time. */
    Instant lateBlockAt;

    String traceParent;

    public RequestId id() {
        return new RequestId(id);
    }

    public TicketId ticket() {
        return new TicketId(ticket);
    }

    public String ticketNumber() {
        return ticketNumber;
    }

    public OperatorCode operator() {
        return operator;
    }

    public Action action() {
        return action;
    }

    public Msisdn number() {
        return number;
    }

    public Optional<Category> category() {
        return Optional.ofNullable(category);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public State state() {
        return state;
    }

    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public Optional<ReplyChannel> answeredVia() {
        return Optional.ofNullable(answeredVia);
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }

    public Optional<String> networkReference() {
        return Optional.ofNullable(networkReference);
    }

    public Optional<DeclineReason> declineReason() {
        return Optional.ofNullable(declineReason);
    }

    public Optional<OperatorCode> suggestedOperator() {
        return Optional.ofNullable(suggestedOperator);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** W3C trace context of what led to the request. */
    public String traceParent() {
        return traceParent;
    }
}
