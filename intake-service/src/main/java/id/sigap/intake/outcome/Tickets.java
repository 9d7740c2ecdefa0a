package id.sigap.intake.outcome;

import id.sigap.events.AppealId;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.report.Notice;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
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
import id.sigap.intake.appeal.AppealMove;
import id.sigap.intake.appeal.Appeals;
import id.sigap.intake.notice.Notices;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.TicketEnd;
import id.sigap.intake.report.Timeline;
import id.sigap.reliable.EventBatch;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What became of the reported numbers, told once for all reports of their tickets. */
@ApplicationScoped
class Tickets {

    private final FollowedTickets tickets;
    private final Reports reports;
    private final Appeals appeals;
    private final Timeline timeline;
    private final Notices notices;
    private final Circulars circulars;

    Tickets(
            FollowedTickets tickets,
            Reports reports,
            Appeals appeals,
            Timeline timeline,
            Notices notices,
            Circulars circulars) {
        this.tickets = tickets;
        this.reports = reports;
        this.appeals = appeals;
        this.timeline = timeline;
        this.notices = notices;
        this.circulars = circulars;
    }

    @Incoming("tickets")
    @Blocking
    void on(EventBatch<TicketEvent> batch) {
        batch.forEachNew(this::follow);
    }

    void follow(TicketEvent event) {
        switch (event) {
            case TicketOpened opened -> opened(opened);
            case ReportMerged merged -> join(merged.ticket(), merged.report(), merged.at(), Step.TICKET_JOINED);
            case ReportUnmerged unmerged -> unmerged(unmerged);
            case BlockRequested asked -> asked(asked);
            case TicketAcknowledged seen -> step(seen.ticket(), seen.at(), Step.OPERATOR_ACKNOWLEDGED, seen.operator());
            case TicketDeclined declined -> declined(declined);
            case TicketRerouted rerouted ->
                step(rerouted.ticket(), rerouted.at(), Step.OPERATOR_CHANGED, rerouted.to());
            case NumberBlocked blocked -> blocked(blocked);
            case RequestWithdrawn withdrawn -> withdrawn(withdrawn);
            case UnblockRequested asked -> unblockAsked(asked);
            case AppealJoined joined -> joined(joined);
            case NothingToUnblock nothing ->
                tell(nothing.appeal(), AppealMove.FIND_NOTHING_BLOCKED, Notice.NOTHING_BLOCKED);
            case NumberUnblocked unblocked -> unblocked(unblocked);
            case TicketClosed closed -> closed(closed);
            // between the officers
            case ReleaseProposed _, ReleaseRefused _ -> {}
        }
    }

    private void opened(TicketOpened opened) {
        // at once: rows that name it must not come before it
        tickets.persistAndFlush(new FollowedTicket(opened));
        join(opened.ticket(), opened.report(), opened.openedAt(), Step.TICKET_OPENED);
    }

    private void join(TicketId id, ReportId reportId, Instant at, Step step) {
        tickets.of(id).ifPresent(ticket -> reports.lockedIfKnown(reportId).ifPresent(report -> {
            report.joined(id, ticket.ticketNumber(), ticket.steps());
            timeline.add(report, at, step, ticket.ticketNumber());
            ticket.blockedAt().ifPresent(blockedAt -> blocked(report, blockedAt));
            ticket.unblockAskedAt()
                    .ifPresent(asked -> timeline.add(report, asked, Step.UNBLOCK_ASKED, ticket.unblockAskedOf()));
        }));
    }

    /** Came late: the ticket's word on it has gone out. */
    private void blocked(Report report, Instant at) {
        report.ended(TicketEnd.BLOCKED);
        timeline.add(report, at, Step.NUMBER_BLOCKED);
        notices.tell(report.caseId(), Notice.BLOCKED, report.language(), report.caseNumber());
    }

    private void unmerged(ReportUnmerged unmerged) {
        List<Circular> held = circulars.held(unmerged.ticket());
        reports.lockedIfKnown(unmerged.report()).ifPresent(report -> {
            circulars.tellWhoLeaves(report, held);
            timeline.takeAlong(report);
            report.left();
            timeline.add(report, unmerged.at(), Step.TICKET_LEFT);
        });
    }

    private void asked(BlockRequested asked) {
        tickets.of(asked.ticket()).ifPresent(ticket -> ticket.asked(asked));
        step(asked.ticket(), asked.requestedAt(), Step.OPERATOR_ASKED, asked.operator());
    }

    private void declined(TicketDeclined declined) {
        tickets.of(declined.ticket()).ifPresent(FollowedTicket::nobodyIsAsked);
        step(declined.ticket(), declined.at(), Step.OPERATOR_DECLINED, declined.operator());
    }

    private void blocked(NumberBlocked blocked) {
        tickets.of(blocked.ticket()).ifPresent(ticket -> ticket.blocked(blocked.blockedAt()));
        ended(blocked.ticket(), TicketEnd.BLOCKED, blocked.blockedAt(), Step.NUMBER_BLOCKED, Notice.BLOCKED);
    }

    private void withdrawn(RequestWithdrawn withdrawn) {
        tickets.of(withdrawn.ticket()).ifPresent(FollowedTicket::nobodyIsAsked);
        step(withdrawn.ticket(), withdrawn.withdrawnAt(), Step.REQUEST_WITHDRAWN, withdrawn.operator());
    }

    private void unblockAsked(UnblockRequested asked) {
        tickets.of(asked.ticket()).ifPresent(ticket -> ticket.unblockAsked(asked));
        step(asked.ticket(), asked.requestedAt(), Step.UNBLOCK_ASKED, asked.operator());
        asked.appeal().ifPresent(appeal -> tell(appeal, AppealMove.ASK_UNBLOCK, Notice.APPEAL_UPHELD));
        if (asked.reason() == UnblockReason.LATE_BLOCK) {
            appealsOf(asked.ticket())
                    .forEach(appeal -> tell(appeal, AppealMove.ASK_UNBLOCK_AGAIN, Notice.UNBLOCK_ASKED_AGAIN));
        }
    }

    private void joined(AppealJoined joined) {
        tickets.of(joined.ticket()).ifPresent(ticket -> ticket.appealed(joined.appeal()));
        tell(joined.appeal(), AppealMove.ASK_UNBLOCK, Notice.APPEAL_UPHELD);
    }

    /** An operator that was told to lift a block which it never set has nothing to lift: then the number was not blocked. */
    private void unblocked(NumberUnblocked unblocked) {
        Instant at = unblocked.unblockedAt();
        boolean wasBlocked = tickets.of(unblocked.ticket())
                .flatMap(FollowedTicket::blockedAt)
                .isPresent();
        tickets.of(unblocked.ticket()).ifPresent(FollowedTicket::unblocked);
        if (wasBlocked) {
            ended(unblocked.ticket(), TicketEnd.UNBLOCKED, at, Step.NUMBER_UNBLOCKED, Notice.UNBLOCKED);
        } else {
            ended(unblocked.ticket(), TicketEnd.NOT_BLOCKED, at, Step.OWNER_WAS_RIGHT, Notice.OWNER_WAS_RIGHT);
        }
        appealsOf(unblocked.ticket()).forEach(appeal -> tell(appeal, AppealMove.UNBLOCK, Notice.UNBLOCKED));
    }

    private void closed(TicketClosed closed) {
        tickets.of(closed.ticket()).ifPresent(ticket -> ticket.ended(closed.at()));
        boolean ownerWasRight = closed.appeal().isPresent();
        switch (closed.outcome()) {
            case NOT_BLOCKED ->
                ended(
                        closed.ticket(),
                        TicketEnd.NOT_BLOCKED,
                        closed.at(),
                        ownerWasRight ? Step.OWNER_WAS_RIGHT : Step.NOT_BLOCKED,
                        ownerWasRight ? Notice.OWNER_WAS_RIGHT : Notice.NOT_BLOCKED);
            // NumberUnblocked has told it
            case UNBLOCKED, RELEASED -> {}
        }
    }

    private List<AppealId> appealsOf(TicketId ticket) {
        return tickets.of(ticket).map(FollowedTicket::appeals).orElse(List.of());
    }

    /** The number's owner is told what makes the sentence true, once. */
    private void tell(AppealId id, AppealMove move, Notice notice) {
        appeals.locked(id)
                .filter(appeal -> appeal.follow(move))
                .ifPresent(appeal -> notices.tell(appeal.caseId(), notice, appeal.language(), appeal.appealNumber()));
    }

    /** Told to all that are in it; by mail afterwards, some at a time. */
    private void ended(TicketId id, TicketEnd end, Instant at, Step step, Notice notice) {
        tickets.of(id).ifPresent(ticket -> {
            int place = ticket.step();
            timeline.add(id, place, at, step, null);
            circulars.send(id, place, notice);
            reports.ended(id, end);
        });
    }

    private void step(TicketId id, Instant at, Step step, OperatorCode operator) {
        tickets.of(id).ifPresent(ticket -> timeline.add(id, ticket.step(), at, step, operator.value()));
    }
}
