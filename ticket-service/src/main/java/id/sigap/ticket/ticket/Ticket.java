package id.sigap.ticket.ticket;

import static jakarta.persistence.EnumType.STRING;

import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.ReleaseProposed;
import id.sigap.events.ticket.ReleaseRefused;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.service.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One number, one ticket.
 * <pre>
 * Opened ─assign─▶ BlockRequested ─acknowledge─▶ Acknowledged ─confirmBlock─▶ Blocked ◀──refuse── ReleaseProposed
 *   │               │    ▲   │  │                  │      │                    │ └────propose────────▶ │
 *   │          decline reroute │  └─ confirmBlock ──┼──────┼───────────────────▶│                       │
 *   │               ▼    │   │                      │      │                    │                    approve
 *   │              Declined ◀┼─────── decline ──────┘      │                    │                       │
 *   │               │        └──────── uphold ─────────────┴──────────┬─────────┴───────────────────────┤
 *   └─────giveUp────┴──▶ Closed (NOT_BLOCKED)                         ▼                                 │
 *                          └──────── a block that stands ──▶ UnblockRequested ◀─────────────────────────┘
 *                                                                     └─confirmUnblock─▶ Unblocked
 * </pre>
 * An operator known from the start is asked at once: {@link #open} then leads to BlockRequested. An appeal upheld where nobody has anything
 * to undo (Opened, Declined) ends the ticket; where an answer is awaited, what was asked is withdrawn and the unblocking asked beside it.
 * Reports merge and unmerge in every open state. Unblocked and Closed are ends, and both are said by a TicketClosed; a block that turns out to
 * stand all the same leads back to UnblockRequested.
 *
 * <p>Every move checks, changes and answers with what happened; the caller journals the answer. What a person asks for out of turn is an
 * {@link id.sigap.service.IllegalMove}. What an operator did is never refused: an answer that comes late or twice may still say that it was
 * given earlier, or that a number is blocked which nobody wants blocked any more.
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
    /** When the operator blocked although it was asked to unblock already; null unless it did. */
    Instant lateBlockAt;

    Instant closedAt;

    @Enumerated(STRING)
    Outcome outcome;

    /** Who wants the block to be lifted without an appeal; null unless another person is to decide. */
    String releaseProposedBy;

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
        reports.join(this, report, at);
        var opened = new TicketOpened(id(), ticketNumber, number, route.map(Route::operator), report.report(), at);
        return route.map(to -> said(opened, block(Move.REQUEST_BLOCK, to, at))).orElseGet(() -> said(opened));
    }

    /**
     * A further verified report of the number joins, in whatever open state; nothing if it is in already.
     *
     * @param before its stay in this ticket, if it ever was in it
     */
    public List<TicketEvent> merge(EvidenceVerified report, Optional<MergedReport> before, Instant at) {
        state = state.after(Move.MERGE);
        if (before.filter(MergedReport::counts).isPresent()) {
            return nothing();
        }
        before.ifPresentOrElse(again -> again.join(report, at), () -> reports.join(this, report, at));
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
            requests.of(answer.request(), answer.operator())
                    .ifPresent(request -> request.acknowledgedEarlier(answer.receivedAt()));
            return nothing();
        }
        state = state.after(Move.ACKNOWLEDGE);
        requests.acknowledge(answer.receivedAt());
        return said(new TicketAcknowledged(id(), answer.request(), operator, at));
    }

    /**
     * The operator has blocked the number.
     *
     * @param toUndo how long it has to undo that if nobody wants it blocked any more; empty if another ticket of the number is open, which
     *     then decides
     */
    public List<TicketEvent> confirmBlock(BlockConfirmed answer, Optional<Duration> toUndo, Instant at) {
        if (!awaits(answer.request(), answer.operator(), Move.CONFIRM_BLOCK)) {
            return requests.of(answer.request(), answer.operator())
                    .map(request -> confirmedLate(request, answer, toUndo, at))
                    .orElse(nothing());
        }
        state = state.after(Move.CONFIRM_BLOCK);
        requests.confirm(answer.networkReference(), answer.receivedAt());
        blockedAt = answer.blockedAt();
        return said(new NumberBlocked(id(), answer.request(), number, operator, blockedAt));
    }

    /** Answered before the operator was told that the request is withdrawn; or said again, from an earlier receipt. */
    private List<TicketEvent> confirmedLate(
            OperatorRequest request, BlockConfirmed answer, Optional<Duration> toUndo, Instant at) {
        return switch (request.state) {
            case WITHDRAWN -> {
                request.confirm(answer.networkReference(), answer.receivedAt());
                yield blockLate(answer.request(), answer.blockedAt(), toUndo, at);
            }
            case CONFIRMED -> {
                request.answeredEarlier(answer.receivedAt());
                yield nothing();
            }
            case PENDING, ACKNOWLEDGED, DECLINED -> nothing();
        };
    }

    /**
     * The operator says that it blocked the number although that was withdrawn, or after it was asked to unblock it.
     *
     * @param toUndo as in {@link #confirmBlock}
     */
    public List<TicketEvent> blockedLate(LateBlockReported report, Optional<Duration> toUndo, Instant at) {
        return requests.of(report.request(), report.operator())
                .map(_ -> blockLate(report.request(), report.blockedAt(), toUndo, at))
                .orElse(nothing());
    }

    /** Whoever is asked to unblock already will undo it, or is asked again; where that has ended, the ticket goes on. */
    private List<TicketEvent> blockLate(RequestId request, Instant moment, Optional<Duration> toUndo, Instant at) {
        boolean undone = unblockedAt != null && moment.isBefore(unblockedAt);
        boolean isWanted = state.isOpen() && state != State.UNBLOCK_REQUESTED;
        if (undone || isWanted || !state.isOpen() && toUndo.isEmpty()) {
            return nothing();
        }
        blockedAt = moment;
        var blocked = new NumberBlocked(id(), request, number, operator, moment);
        if (state == State.UNBLOCK_REQUESTED) {
            lateBlockAt = moment;
            return said(blocked);
        }
        return said(blocked, askToUnblock(Move.REOPEN_TO_UNBLOCK, Cause.LATE_BLOCK, toUndo.orElseThrow(), at));
    }

    /** The operator doesn't act on the request to block. */
    public List<TicketEvent> decline(BlockDeclined answer, Instant at) {
        if (!awaits(answer.request(), answer.operator(), Move.DECLINE)) {
            requests.of(answer.request(), answer.operator()).ifPresent(request -> {
                switch (request.state) {
                    case WITHDRAWN -> request.decline(answer);
                    case DECLINED -> request.answeredEarlier(answer.receivedAt());
                    case PENDING, ACKNOWLEDGED, CONFIRMED -> {}
                }
            });
            return nothing();
        }
        state = state.after(Move.DECLINE);
        requests.decline(answer);
        return said(
                new TicketDeclined(id(), answer.request(), operator, answer.reason(), answer.suggestedOperator(), at));
    }

    /** The operator names its own reference for what it confirmed without one. */
    public void refer(ReferenceGiven answer) {
        requests.of(answer.request(), answer.operator()).ifPresent(request -> request.refer(answer.networkReference()));
    }

    /** False if the appeal was decided before all of this ticket's reports were: it concerned an earlier block. */
    public boolean isConcernedBy(AppealUpheld appeal) {
        return !reports.allVerifiedAfter(appeal.at());
    }

    /**
     * The block was found wrong: the operator that was asked, or has blocked, is asked to undo it. Where nobody has anything to undo the
     * ticket ends. Nothing if the appeal concerned an earlier block, or if none stands.
     *
     * @param window how long the operator has
     */
    public List<TicketEvent> uphold(AppealUpheld appeal, Duration window, Instant at) {
        if (!isConcernedBy(appeal)) {
            return nothing();
        }
        return switch (state) {
            case OPENED, DECLINED ->
                said(end(Move.GIVE_UP, Outcome.NOT_BLOCKED, appeal.decidedBy(), Optional.of(appeal.appeal()), at));
            case BLOCK_REQUESTED, ACKNOWLEDGED -> {
                OperatorRequest withdrawn = requests.withdraw(at).orElseThrow();
                yield said(
                        new RequestWithdrawn(
                                id(),
                                ticketNumber,
                                withdrawn.id(),
                                withdrawn.operator,
                                withdrawn.action,
                                number,
                                WithdrawalReason.APPEAL_UPHELD,
                                at),
                        askToUnblock(Move.REQUEST_UNBLOCK, Cause.appeal(appeal.appeal()), window, at));
            }
            case BLOCKED, RELEASE_PROPOSED ->
                said(askToUnblock(Move.REQUEST_UNBLOCK, Cause.appeal(appeal.appeal()), window, at));
            case UNBLOCK_REQUESTED -> {
                state = state.after(Move.JOIN_APPEAL);
                yield said(new AppealJoined(
                        id(), appeal.appeal(), requests.current().orElseThrow().id(), number, at));
            }
            case UNBLOCKED, CLOSED ->
                blockStands()
                        ? said(askToUnblock(Move.REOPEN_TO_UNBLOCK, Cause.appeal(appeal.appeal()), window, at))
                        : nothing();
        };
    }

    /** By what is on record. */
    boolean blockStands() {
        return blockedAt != null && unblockedAt == null;
    }

    /**
     * The operator has lifted the block: the end. Unless it has blocked again since, by its own word: then it is asked once more.
     *
     * @param window how long it then has
     */
    public List<TicketEvent> confirmUnblock(UnblockConfirmed answer, Duration window, Instant at) {
        if (!awaits(answer.request(), answer.operator(), Move.CONFIRM_UNBLOCK)) {
            requests.of(answer.request(), answer.operator())
                    .filter(request -> request.state == OperatorRequest.State.CONFIRMED)
                    .ifPresent(request -> request.answeredEarlier(answer.receivedAt()));
            return nothing();
        }
        requests.confirm(answer.networkReference(), answer.receivedAt());
        boolean blockedSince = lateBlockAt != null && !lateBlockAt.isBefore(answer.unblockedAt());
        lateBlockAt = null;
        if (blockedSince) {
            return said(askToUnblock(Move.ASK_UNBLOCK_AGAIN, Cause.LATE_BLOCK, window, at));
        }
        unblockedAt = answer.unblockedAt();
        Outcome outcome = requests.restOnAnAppeal() ? Outcome.UNBLOCKED : Outcome.RELEASED;
        TicketClosed closed = end(Move.CONFIRM_UNBLOCK, outcome, "system", Optional.empty(), at);
        return said(new NumberUnblocked(id(), answer.request(), number, operator, unblockedAt), closed);
    }

    /** An officer gives it up before any block: no operator can act on the number. */
    public List<TicketEvent> giveUp(String officer, Instant at) {
        return said(end(Move.GIVE_UP, Outcome.NOT_BLOCKED, officer, Optional.empty(), at));
    }

    /** A block was reviewed and is to be let go, because the number belongs to somebody else by now. Another person decides. */
    public List<TicketEvent> proposeRelease(String officer, Instant at) {
        state = state.after(Move.PROPOSE_RELEASE);
        releaseProposedBy = officer;
        return said(new ReleaseProposed(id(), number, officer, at));
    }

    /**
     * The operator is asked to lift the block.
     *
     * @throws Refusal 409 if the person proposed it
     */
    public List<TicketEvent> approveRelease(String officer, Duration window, Instant at) {
        state.after(Move.APPROVE_RELEASE);
        if (!mayApproveRelease(officer)) {
            throw new Refusal(Status.CONFLICT, "release-needs-another");
        }
        return said(askToUnblock(Move.APPROVE_RELEASE, Cause.release(officer), window, at));
    }

    boolean mayApproveRelease(String officer) {
        return !officer.equals(releaseProposedBy);
    }

    /** The block stays; who proposed to lift it may take that back. */
    public List<TicketEvent> refuseRelease(String officer, Instant at) {
        state = state.after(Move.REFUSE_RELEASE);
        releaseProposedBy = null;
        return said(new ReleaseRefused(id(), number, officer, at));
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

    /** Why a block is to be lifted, with who wanted it. */
    private record Cause(UnblockReason reason, Optional<AppealId> appeal, Optional<String> approvedBy) {

        static final Cause LATE_BLOCK = new Cause(UnblockReason.LATE_BLOCK, Optional.empty(), Optional.empty());

        static Cause appeal(AppealId upheld) {
            return new Cause(UnblockReason.APPEAL, Optional.of(upheld), Optional.empty());
        }

        static Cause release(String approvedBy) {
            return new Cause(UnblockReason.RELEASE, Optional.empty(), Optional.of(approvedBy));
        }
    }

    private UnblockRequested askToUnblock(Move move, Cause cause, Duration window, Instant at) {
        state = state.after(move);
        outcome = null;
        closedAt = null;
        unblockedAt = null;
        releaseProposedBy = null;
        OperatorRequest request = requests.toUnblock(new Route(operator, window), cause.reason(), cause.appeal(), at);
        return new UnblockRequested(
                id(),
                ticketNumber,
                request.id(),
                operator,
                number,
                cause.reason(),
                cause.appeal(),
                cause.approvedBy(),
                window,
                at,
                request.dueAt);
    }

    private TicketClosed end(Move move, Outcome how, String decidedBy, Optional<AppealId> appeal, Instant at) {
        state = state.after(move);
        outcome = how;
        closedAt = at;
        return new TicketClosed(id(), number, how, decidedBy, at, appeal);
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
