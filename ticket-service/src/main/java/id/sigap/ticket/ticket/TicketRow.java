package id.sigap.ticket.ticket;

import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.EnumType.STRING;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.Outcome;
import jakarta.persistence.Embedded;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is remembered of a ticket. Views in this package read it; only {@link Ticket}'s moves write it. */
@MappedSuperclass
abstract class TicketRow {

    @Id
    UUID id;

    String ticketNumber;
    Msisdn number;

    @Enumerated(STRING)
    State state;

    /** Whom it is with; null while nobody was named. */
    OperatorCode operator;

    @Enumerated(STRING)
    Category category;

    @Enumerated(STRING)
    Channel channel;

    Instant evidenceCompleteAt;
    Instant openedAt;
    /** The request whose answer is awaited; null if none is. */
    UUID currentRequest;

    Instant dueAt;
    Instant blockedAt;
    Instant unblockedAt;
    Instant closedAt;

    @Enumerated(STRING)
    Outcome outcome;

    /** How many events it has said: the version of its last journal entry. */
    long version;

    @Embedded
    MergedReports reports = new MergedReports();

    @OneToMany(mappedBy = "ticket", cascade = PERSIST)
    @OrderBy("requestedAt, id")
    List<OperatorRequest> requests = new ArrayList<>();

    public TicketId id() {
        return new TicketId(id);
    }

    public Msisdn number() {
        return number;
    }

    public State state() {
        return state;
    }

    /** Whom it is with; empty while nobody was named. */
    public Optional<OperatorCode> operator() {
        return Optional.ofNullable(operator);
    }

    /** For {@code ETag}. */
    public long version() {
        return version;
    }

    public boolean wasDeclinedBy(OperatorCode candidate) {
        return requests.stream().anyMatch(r -> r.isDeclinedBlock() && r.operator.equals(candidate));
    }

    /** True if that operator was asked something about this ticket, now or earlier. */
    public boolean wasEverAskedOf(OperatorCode operator) {
        return requests.stream().anyMatch(r -> r.operator.equals(operator));
    }

    /** Whose number it is, as the last operator that declined says; empty if it doesn't know, or if that one has declined as well. */
    Optional<OperatorCode> operatorSuggestedByDecline() {
        return requests.reversed().stream()
                .filter(OperatorRequest::isDeclinedBlock)
                .findFirst()
                .map(r -> r.suggestedOperator)
                .filter(o -> !wasDeclinedBy(o));
    }
}
