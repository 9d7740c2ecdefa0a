package id.sigap.intake.outcome;

import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.report.Notice;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
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
            case UnblockRequested asked -> unblockAsked(asked);
            case NumberUnblocked unblocked -> unblocked(unblocked);
            case TicketClosed closed -> closed(closed);
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
        tickets.of(declined.ticket()).ifPresent(FollowedTicket::declined);
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

    private void unblockAsked(UnblockRequested asked) {
        tickets.of(asked.ticket()).ifPresent(ticket -> ticket.unblockAsked(asked));
        String operator = asked.operator().value();
        each(asked.ticket(), report -> {
            report.due(null);
            timeline.add(report, asked.requestedAt(), Step.UNBLOCK_ASKED, operator);
        });
    }

    private void unblocked(NumberUnblocked unblocked) {
        Instant at = unblocked.unblockedAt();
        tickets.of(unblocked.ticket()).ifPresent(FollowedTicket::unblocked);
        each(
                unblocked.ticket(),
                report -> ended(report, TicketEnd.UNBLOCKED, at, Step.NUMBER_UNBLOCKED, Notice.UNBLOCKED));
        tickets.of(unblocked.ticket())
                .flatMap(FollowedTicket::appeal)
                .flatMap(appeals::locked)
                .filter(appeal -> appeal.follow(AppealMove.UNBLOCK))
                .ifPresent(appeal ->
                        notices.tell(appeal.caseId(), Notice.UNBLOCKED, appeal.language(), appeal.appealNumber()));
    }

    private void closed(TicketClosed closed) {
        tickets.of(closed.ticket()).ifPresent(ticket -> ticket.ended(closed.at()));
        switch (closed.outcome()) {
            case NOT_BLOCKED ->
                each(
                        closed.ticket(),
                        report -> ended(
                                report, TicketEnd.NOT_BLOCKED, closed.at(), Step.NOT_BLOCKED, Notice.NOT_BLOCKED));
            // NumberUnblocked has told it; a block that is let go after years is no reporter's news
            case UNBLOCKED, RELEASED -> each(closed.ticket(), report -> report.follow(ReportMove.CLOSE));
        }
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
