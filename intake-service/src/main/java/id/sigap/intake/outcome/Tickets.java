package id.sigap.intake.outcome;

import id.sigap.events.AppealId;
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
import id.sigap.intake.report.ReportMove;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.TicketEnd;
import id.sigap.intake.report.Timeline;
import id.sigap.reliable.EventBatch;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What became of the reported numbers, told to every report of their tickets. */
@ApplicationScoped
class Tickets {

    private final FollowedTickets tickets;
    private final Reports reports;
    private final Appeals appeals;
    private final Timeline timeline;
    private final Notices notices;

    Tickets(FollowedTickets tickets, Reports reports, Appeals appeals, Timeline timeline, Notices notices) {
        this.tickets = tickets;
        this.reports = reports;
        this.appeals = appeals;
        this.timeline = timeline;
        this.notices = notices;
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
            case TicketAcknowledged seen ->
                tell(
                        seen.ticket(),
                        seen.at(),
                        Step.OPERATOR_ACKNOWLEDGED,
                        seen.operator().value());
            case TicketDeclined declined -> declined(declined);
            case TicketRerouted rerouted ->
                tell(
                        rerouted.ticket(),
                        rerouted.at(),
                        Step.OPERATOR_CHANGED,
                        rerouted.to().value());
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
        tickets.persist(new FollowedTicket(opened));
        join(opened.ticket(), opened.report(), opened.openedAt(), Step.TICKET_OPENED);
    }

    private void join(TicketId id, ReportId reportId, Instant at, Step step) {
        tickets.of(id).ifPresent(ticket -> reports.lockedIfKnown(reportId).ifPresent(report -> {
            ticket.join(reportId);
            report.joined(ticket.ticketNumber(), ticket.dueAt());
            timeline.add(report, at, step, ticket.ticketNumber());
            ticket.blockedAt().ifPresent(blockedAt -> blocked(report, blockedAt));
            ticket.unblockAskedAt()
                    .ifPresent(asked -> timeline.add(report, asked, Step.UNBLOCK_ASKED, ticket.unblockAskedOf()));
        }));
    }

    private void unmerged(ReportUnmerged unmerged) {
        tickets.of(unmerged.ticket()).ifPresent(ticket -> ticket.leave(unmerged.report()));
        reports.lockedIfKnown(unmerged.report()).ifPresent(report -> {
            report.left();
            timeline.add(report, unmerged.at(), Step.TICKET_LEFT);
        });
    }

    private void asked(BlockRequested asked) {
        tickets.of(asked.ticket()).ifPresent(ticket -> ticket.asked(asked));
        each(asked.ticket(), report -> {
            report.due(asked.dueAt());
            timeline.add(
                    report,
                    asked.requestedAt(),
                    Step.OPERATOR_ASKED,
                    asked.operator().value());
        });
    }

    private void declined(TicketDeclined declined) {
        tickets.of(declined.ticket()).ifPresent(FollowedTicket::nobodyIsAsked);
        String operator = declined.operator().value();
        each(declined.ticket(), report -> {
            report.due(null);
            timeline.add(report, declined.at(), Step.OPERATOR_DECLINED, operator);
        });
    }

    private void blocked(NumberBlocked blocked) {
        tickets.of(blocked.ticket()).ifPresent(ticket -> ticket.blocked(blocked.blockedAt()));
        each(blocked.ticket(), report -> blocked(report, blocked.blockedAt()));
    }

    private void blocked(Report report, Instant at) {
        ended(report, TicketEnd.BLOCKED, at, Step.NUMBER_BLOCKED, Notice.BLOCKED);
    }

    private void withdrawn(RequestWithdrawn withdrawn) {
        tickets.of(withdrawn.ticket()).ifPresent(FollowedTicket::nobodyIsAsked);
        String operator = withdrawn.operator().value();
        each(withdrawn.ticket(), report -> {
            report.due(null);
            timeline.add(report, withdrawn.withdrawnAt(), Step.REQUEST_WITHDRAWN, operator);
        });
    }

    private void unblockAsked(UnblockRequested asked) {
        tickets.of(asked.ticket()).ifPresent(ticket -> ticket.unblockAsked(asked));
        String operator = asked.operator().value();
        each(asked.ticket(), report -> {
            report.due(null);
            timeline.add(report, asked.requestedAt(), Step.UNBLOCK_ASKED, operator);
        });
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
        each(unblocked.ticket(), report -> {
            if (wasBlocked) {
                ended(report, TicketEnd.UNBLOCKED, at, Step.NUMBER_UNBLOCKED, Notice.UNBLOCKED);
            } else {
                ended(report, TicketEnd.NOT_BLOCKED, at, Step.OWNER_WAS_RIGHT, Notice.OWNER_WAS_RIGHT);
            }
        });
        appealsOf(unblocked.ticket()).forEach(appeal -> tell(appeal, AppealMove.UNBLOCK, Notice.UNBLOCKED));
    }

    private void closed(TicketClosed closed) {
        tickets.of(closed.ticket()).ifPresent(ticket -> ticket.ended(closed.at()));
        boolean ownerWasRight = closed.appeal().isPresent();
        switch (closed.outcome()) {
            case NOT_BLOCKED ->
                each(
                        closed.ticket(),
                        report -> ended(
                                report,
                                TicketEnd.NOT_BLOCKED,
                                closed.at(),
                                ownerWasRight ? Step.OWNER_WAS_RIGHT : Step.NOT_BLOCKED,
                                ownerWasRight ? Notice.OWNER_WAS_RIGHT : Notice.NOT_BLOCKED));
            // NumberUnblocked has told it
            case UNBLOCKED, RELEASED -> each(closed.ticket(), report -> report.follow(ReportMove.CLOSE));
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

    private void ended(Report report, TicketEnd end, Instant at, Step step, Notice notice) {
        report.ended(end);
        timeline.add(report, at, step);
        notices.tell(report.caseId(), notice, report.language(), report.caseNumber());
    }

    private void tell(TicketId ticket, Instant at, Step step, String detail) {
        each(ticket, report -> timeline.add(report, at, step, detail));
    }

    private void each(TicketId id, Consumer<Report> what) {
        tickets.of(id).ifPresent(ticket -> ticket.reports()
                .forEach(report -> reports.lockedIfKnown(report).ifPresent(what)));
    }
}
