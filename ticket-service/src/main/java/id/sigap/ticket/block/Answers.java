package id.sigap.ticket.block;

import id.sigap.directory.Windows;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.ticket.ticket.Ticket;
import id.sigap.ticket.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What an operator answered, brought to the ticket it is about. An answer to nothing is logged and changes nothing. */
@ApplicationScoped
public class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Tickets tickets;
    private final Routing routing;
    private final Windows windows;
    private final Clock clock;

    Answers(Tickets tickets, Routing routing, Windows windows, Clock clock) {
        this.tickets = tickets;
        this.routing = routing;
        this.windows = windows;
        this.clock = clock;
    }

    public void acknowledged(RequestAcknowledged answer) {
        take(
                answer.ticket(),
                answer.request(),
                answer.operator(),
                ticket -> tickets.say(ticket.acknowledge(answer, clock.instant())));
    }

    public void blocked(BlockConfirmed answer) {
        take(
                answer.ticket(),
                answer.request(),
                answer.operator(),
                ticket -> tickets.say(ticket.confirmBlock(answer, toUndo(ticket), clock.instant())));
    }

    public void blockedLate(LateBlockReported report) {
        take(
                report.ticket(),
                report.request(),
                report.operator(),
                ticket -> tickets.say(ticket.blockedLate(report, toUndo(ticket), clock.instant())));
    }

    public void referred(ReferenceGiven answer) {
        tickets.toMove(answer.ticket()).ifPresent(ticket -> ticket.refer(answer));
    }

    public void declined(BlockDeclined answer) {
        take(answer.ticket(), answer.request(), answer.operator(), ticket -> routing.declined(ticket, answer));
    }

    public void unblocked(UnblockConfirmed answer) {
        take(
                answer.ticket(),
                answer.request(),
                answer.operator(),
                ticket -> tickets.say(ticket.confirmUnblock(answer, windows.of(answer.operator()), clock.instant())));
    }

    /** Where a ticket has ended, and another of its number is open, that one decides what becomes of the number. */
    private Optional<Duration> toUndo(Ticket ticket) {
        boolean isDecidedElsewhere =
                !ticket.state().isOpen() && tickets.openOf(ticket.number()).isPresent();
        return isDecidedElsewhere ? Optional.empty() : ticket.operator().map(windows::of);
    }

    private void take(TicketId id, RequestId request, OperatorCode operator, Consumer<Ticket> move) {
        tickets.toMove(id)
                .ifPresentOrElse(
                        ticket -> take(ticket, request, operator, move),
                        () -> LOG.warnf(
                                "answer for no ticket of ours ticket=%s request=%s operator=%s",
                                id, request, operator));
    }

    private static void take(Ticket ticket, RequestId request, OperatorCode operator, Consumer<Ticket> move) {
        long before = ticket.version();
        move.accept(ticket);
        if (ticket.version() == before) {
            // the aggregate turned it away; a foreign operator's is for somebody to look at, a late one is everyday
            Logger.Level level = ticket.requests().everWentTo(operator) ? Logger.Level.INFO : Logger.Level.WARN;
            LOG.logf(
                    level,
                    "answer changes nothing ticket=%s request=%s operator=%s state=%s",
                    ticket.id(),
                    request,
                    operator,
                    ticket.state());
        }
    }
}
