package id.sigap.ticket.ticket;

import static java.util.Comparator.comparing;

import id.sigap.events.Action;
import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.UnblockReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket as the help desk sees it.
 *
 * @param number E.164; only its range for who may not see personal data
 * @param suggestedOperator whom to ask next, where an officer must decide: as the declining operator says, else as the directory does
 * @param dueAt until when the operator has to answer; absent while none is asked
 * @param blockedAt as the operator states it
 * @param reports the verified reports it rests on, those taken out again too; none for who may not see personal data
 * @param requests what operators were asked, oldest first
 * @param releaseProposedBy who wants the block to be lifted without an appeal, until another person decides
 * @param moves what the viewer may do with it now, where its role allows it
 * @param version the number of events it has said; its ETag
 */
public record TicketView(
        TicketId id,
        String ticketNumber,
        String number,
        State state,
        Optional<OperatorCode> operator,
        Optional<OperatorCode> suggestedOperator,
        Category category,
        Channel channel,
        Instant evidenceCompleteAt,
        Instant openedAt,
        Optional<Instant> dueAt,
        Optional<Instant> blockedAt,
        Optional<Instant> unblockedAt,
        Optional<Instant> closedAt,
        Optional<Outcome> outcome,
        List<ReportView> reports,
        List<RequestView> requests,
        Optional<String> releaseProposedBy,
        Set<Move> moves,
        long version) {

    /** A verified report's stay in the ticket; {@code leftAt} is absent while it counts. */
    record ReportView(ReportId report, Instant verifiedAt, Instant joinedAt, Optional<Instant> leftAt) {}

    /** What one operator was asked and answered. */
    record RequestView(
            RequestId request,
            OperatorCode operator,
            Action action,
            OperatorRequest.State state,
            Instant requestedAt,
            Instant dueAt,
            Optional<Instant> acknowledgedAt,
            Optional<Instant> answeredAt,
            Optional<String> networkReference,
            Optional<UnblockReason> reason,
            Optional<AppealId> appeal,
            Optional<DeclineView> decline) {}

    /** Why an operator didn't act, in its own words too. */
    record DeclineView(DeclineReason reason, Optional<OperatorCode> suggestedOperator, Optional<String> note) {}

    static TicketView of(Ticket ticket, Optional<OperatorCode> suggestion, Shown shown, String viewer) {
        return new TicketView(
                ticket.id(),
                ticket.ticketNumber,
                shown.number(ticket.number),
                ticket.state,
                ticket.operator(),
                suggestion,
                ticket.category,
                ticket.channel,
                ticket.evidenceCompleteAt,
                ticket.openedAt,
                Optional.ofNullable(ticket.requests.dueAt),
                Optional.ofNullable(ticket.blockedAt),
                Optional.ofNullable(ticket.unblockedAt),
                Optional.ofNullable(ticket.closedAt),
                Optional.ofNullable(ticket.outcome),
                shown == Shown.EVERYTHING ? reports(ticket) : List.of(),
                ticket.requests.all.stream()
                        .map(request -> request(request, shown))
                        .toList(),
                Optional.ofNullable(ticket.releaseProposedBy),
                offered(ticket, viewer),
                ticket.version);
    }

    private static Set<Move> offered(Ticket ticket, String viewer) {
        Set<Move> offered = ticket.state.offered();
        offered.removeIf(move -> move == Move.APPROVE_RELEASE && !ticket.mayApproveRelease(viewer)
                || move == Move.UNMERGE && ticket.reports.count() == 1);
        return offered;
    }

    private static List<ReportView> reports(Ticket ticket) {
        return ticket.reports.all.stream()
                .map(merged -> new ReportView(
                        merged.report(), merged.verifiedAt, merged.joinedAt, Optional.ofNullable(merged.leftAt)))
                .sorted(comparing(ReportView::joinedAt))
                .toList();
    }

    private static RequestView request(OperatorRequest request, Shown shown) {
        return new RequestView(
                request.id(),
                request.operator,
                request.action,
                request.state,
                request.requestedAt,
                request.dueAt,
                Optional.ofNullable(request.acknowledgedAt),
                Optional.ofNullable(request.answeredAt),
                Optional.ofNullable(request.networkReference).filter(_ -> shown == Shown.EVERYTHING),
                Optional.ofNullable(request.reason),
                Optional.ofNullable(request.appeal).map(AppealId::new),
                Optional.ofNullable(request.declineReason)
                        .map(reason -> new DeclineView(
                                reason,
                                Optional.ofNullable(request.suggestedOperator),
                                // free text may hold anything
                                Optional.ofNullable(request.note).filter(_ -> shown == Shown.EVERYTHING))));
    }
}
