package id.sigap.ticket.appeal;

import id.sigap.directory.Windows;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.ticket.ticket.Ticket;
import id.sigap.ticket.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Undoes what a ticket did to a number whose owner was right. */
@ApplicationScoped
public class Unblocking {

    private static final Logger LOG = Logger.getLogger(Unblocking.class);

    private final Tickets tickets;
    private final Windows windows;
    private final Clock clock;

    Unblocking(Tickets tickets, Windows windows, Clock clock) {
        this.tickets = tickets;
        this.windows = windows;
        this.clock = clock;
    }

    /** The number's open ticket goes towards unblocking; a number without one has nothing to undo. */
    public void upheld(AppealUpheld appeal) {
        tickets.openOf(appeal.number())
                .ifPresentOrElse(
                        ticket -> tickets.say(ticket.uphold(appeal, windowOf(ticket), clock.instant())),
                        () -> LOG.infof(
                                "appeal upheld for a number without an open ticket appeal=%s", appeal.appeal()));
    }

    private Duration windowOf(Ticket ticket) {
        return ticket.operator().map(windows::of).orElse(Duration.ZERO);
    }
}
