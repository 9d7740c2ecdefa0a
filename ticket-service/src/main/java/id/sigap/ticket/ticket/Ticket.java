package id.sigap.ticket.ticket;

import static jakarta.persistence.EnumType.STRING;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One number, one ticket.
 * <pre>
 * Opened ─assign─▶ BlockRequested ─acknowledge─▶ Acknowledged ─confirmBlock─▶ Blocked ─release─▶ Closed (RELEASED)
 *   │               │    ▲   │  │                  │      │                     │
 *   │          decline reroute │  └─ confirmBlock ──┼──────┼────────────────────▶│
 *   │               ▼    │   │                      │      │                     │
 *   │              Declined ◀┼─────── decline ──────┘      │                     │
 *   │               │        └──────── uphold ─────────────┴───────▶ UnblockRequested ─confirmUnblock─▶ Unblocked
 *   └─────giveUp────┴──▶ Closed (NOT_BLOCKED)
 * </pre>
 * An operator known from the start is asked at once: {@link #open} then leads to BlockRequested. An appeal upheld where nobody has anything
 * to undo (Opened, Declined) ends the ticket. Reports merge and unmerge in every open state. Unblocked and Closed are ends, and both are
 * said by a TicketClosed.
 *
 * <p>Every move checks, changes and answers with what happened; the caller journals the answer. What a person asks for out of turn is an
 * {@link id.sigap.service.IllegalMove}; an operator's answer that comes late, twice, or to somebody else's request is nothing to do.
 */
@Entity
@Table(name = "ticket")
public class Ticket {

    // What is remembered. Views in this package read it; only the moves write it.
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
    Instant blockedAt;
    Instant unblockedAt;
    Instant closedAt;

    @Enumerated(STRING)
    Outcome outcome;

    /** How many events it has said: the version of its last journal entry. */
    long version;

    @Embedded
    MergedReports reports = new MergedReports();

    @Embedded
    Requests requests = new Requests();

    Ticket() {}

    /** A ticket for the number of a verified report; {@link #open} is its first move. */
    public Ticket(TicketId id, TicketNumber ticketNumber, EvidenceVerified report) {
        this.id = id.value();
        this.ticketNumber = ticketNumber.value();
        this.number = report.number();
        this.category = report.category();
        this.channel = report.channel();
        this.evidenceCompleteAt = report.evidenceCompleteAt();
    }

    /** Opens it on its first report; with a route the operator is asked at once. */
    public List<TicketEvent> open(EvidenceVerified report, Optional<Route> route, Instant at) {
        state = State.OPENED;
        openedAt = at;
        reports.join(report, at);
        var opened = new TicketOpened(id(), ticketNumber, number, route.map(Route::operator), report.report(), at);
        return route.map(to -> said(opened, block(Move.REQUEST_BLOCK, to, at))).orElseGet(() -> said(opened));
    }

    /** A further verified report of the number joins, in whatever open state; nothing if it is in already. */
    public List<TicketEvent> merge(EvidenceVerified report, Instant at) {
        state = state.after(Move.MERGE);
        if (reports.contain(report.report())) {
            return nothing();
        }
        reports.join(report, at);
        return said(new ReportMerged(id(), report.report(), at));
    }

    /** Takes a report out again; the last stays, because there is no block without one. */
    public List<TicketEvent> unmerge(ReportId report, Instant at) {
        state = state.after(Move.UNMERGE);
        reports.leave(report, at);
        return said(new ReportUnmerged(id(), report, at));
    }

    /** An officer names the operator that the directory doesn't know. */
    public List<TicketEvent> assign(Route to, String officer, Instant at) {
        BlockRequested asked = block(Move.ASSIGN_OPERATOR, to, at);
        return said(new TicketRerouted(id(), Optional.empty(), to.operator(), officer, at), asked);
    }

    /** After a decline: another operator is asked, or the same one again. */
    public List<TicketEvent> reroute(Route to, String decidedBy, Instant at) {
        Optional<OperatorCode> from = operator();
        BlockRequested asked = block(Move.REROUTE, to, at);
        return said(new TicketRerouted(id(), from, to.operator(), decidedBy, at), asked);
    }

    /** The operator has seen the request to block. Seeing a request to unblock changes nothing. */
    public List<TicketEvent> acknowledge(RequestAcknowledged answer, Instant at) {
        if (!awaits(answer.request(), answer.operator(), Move.ACKNOWLEDGE)) {
            return nothing();
        }
        state = state.after(Move.ACKNOWLEDGE);
        requests.acknowledge(answer.receivedAt());
        return said(new TicketAcknowledged(id(), answer.request(), operator, at));
    }

    /** The operator has blocked the number. */
    public List<TicketEvent> confirmBlock(BlockConfirmed answer) {
        if (!awaits(answer.request(), answer.operator(), Move.CONFIRM_BLOCK)) {
            return nothing();
        }
        state = state.after(Move.CONFIRM_BLOCK);
        requests.confirm(answer.networkReference(), answer.receivedAt());
        blockedAt = answer.blockedAt();
        return said(new NumberBlocked(id(), answer.request(), number, operator, blockedAt));
    }

    /** The operator doesn't act on the request to block. */
    public List<TicketEvent> decline(BlockDeclined answer, Instant at) {
        if (!awaits(answer.request(), answer.operator(), Move.DECLINE)) {
            return nothing();
        }
        state = state.after(Move.DECLINE);
        requests.decline(answer);
        return said(
                new TicketDeclined(id(), answer.request(), operator, answer.reason(), answer.suggestedOperator(), at));
    }

    /**
     * The block was found wrong: the operator that was asked, or has blocked, is asked to undo it. Where nobody has anything to undo the
     * ticket ends. Nothing if the appeal was decided before this ticket's reports were: it concerned an earlier block.
     *
     * @param window how long the operator has
     */
    public List<TicketEvent> uphold(AppealUpheld appeal, Duration window, Instant at) {
        if (reports.allVerifiedAfter(appeal.at())) {
            return nothing();
        }
        if (state.allows(Move.GIVE_UP)) {
            return said(end(Move.GIVE_UP, Outcome.NOT_BLOCKED, appeal.decidedBy(), at));
        }
        if (!state.allows(Move.REQUEST_UNBLOCK)) {
            return nothing();
        }
        state = state.after(Move.REQUEST_UNBLOCK);
        requests.withdraw(at);
        OperatorRequest request = requests.toUnblock(new Route(operator, window), appeal.appeal(), at);
        return said(new UnblockRequested(
                id(),
                ticketNumber,
                request.id(),
                operator,
                number,
                UnblockReason.APPEAL,
                Optional.of(appeal.appeal()),
                Optional.empty(),
                window,
                at,
                request.dueAt));
    }

    /** The operator has lifted the block: the end. */
    public List<TicketEvent> confirmUnblock(UnblockConfirmed answer, Instant at) {
        if (!awaits(answer.request(), answer.operator(), Move.CONFIRM_UNBLOCK)) {
            return nothing();
        }
        requests.confirm(answer.networkReference(), answer.receivedAt());
        unblockedAt = answer.unblockedAt();
        TicketClosed closed = end(Move.CONFIRM_UNBLOCK, Outcome.UNBLOCKED, "system", at);
        return said(new NumberUnblocked(id(), answer.request(), number, operator, unblockedAt), closed);
    }

    /** An officer gives it up before any block: no operator can act on the number. */
    public List<TicketEvent> giveUp(String officer, Instant at) {
        return said(end(Move.GIVE_UP, Outcome.NOT_BLOCKED, officer, at));
    }

    /** A block was reviewed and let go: the number belongs to somebody else by now. */
    public List<TicketEvent> release(String officer, Instant at) {
        return said(end(Move.RELEASE, Outcome.RELEASED, officer, at));
    }

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

    /** What operators were asked about it. */
    public Requests requests() {
        return requests;
    }

    /** For {@code ETag}. */
    public long version() {
        return version;
    }

    private BlockRequested block(Move move, Route to, Instant at) {
        state = state.after(move);
        operator = to.operator();
        OperatorRequest request = requests.toBlock(to, at);
        return new BlockRequested(
                id(),
                ticketNumber,
                request.id(),
                operator,
                number,
                category,
                channel,
                to.window(),
                at,
                request.dueAt,
                evidenceCompleteAt);
    }

    private TicketClosed end(Move move, Outcome how, String decidedBy, Instant at) {
        state = state.after(move);
        outcome = how;
        closedAt = at;
        return new TicketClosed(id(), number, how, decidedBy, at, Optional.empty());
    }

    /** False for a late answer, one given twice, and one of somebody who wasn't asked. */
    private boolean awaits(RequestId request, OperatorCode answering, Move move) {
        return requests.await(request) && answering.equals(operator) && state.allows(move);
    }

    private List<TicketEvent> said(TicketEvent... events) {
        version += events.length;
        return List.of(events);
    }

    private static List<TicketEvent> nothing() {
        return List.of();
    }
}
