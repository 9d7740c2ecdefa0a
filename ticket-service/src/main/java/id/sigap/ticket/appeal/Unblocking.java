package id.sigap.ticket.appeal;

import id.sigap.directory.Windows;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.ticket.ticket.Ticket;
import id.sigap.ticket.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Undoes what tickets did to a number whose owner was right. */
@ApplicationScoped
public class Unblocking {

    private final Tickets tickets;
    private final UpheldAppeals appeals;
    private final Windows windows;
    private final Clock clock;

    Unblocking(Tickets tickets, UpheldAppeals appeals, Windows windows, Clock clock) {
        this.tickets = tickets;
        this.appeals = appeals;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * The number's open ticket goes towards unblocking; without one, or if that ends by it, whichever ticket's block stands on record. That
     * nothing is to be undone is said too: the number's owner waits for word.
     */
    public void upheld(AppealUpheld appeal) {
        Optional<Ticket> open = tickets.openOf(appeal.number());
        appeals.persist(new UpheldAppeal(appeal));
        var said = new ArrayList<TicketEvent>();
        open.ifPresent(ticket -> said.addAll(uphold(ticket, appeal)));
        if (open.filter(ticket -> ticket.state().isOpen()).isEmpty()) {
            tickets.endedWithABlockThatStands(appeal.number()).ifPresent(ticket -> said.addAll(uphold(ticket, appeal)));
        }
        if (said.stream().noneMatch(event -> event instanceof UnblockRequested || event instanceof AppealJoined)) {
            said.add(new NothingToUnblock(appeal.appeal(), appeal.number(), clock.instant()));
        }
        tickets.say(said);
    }

    private List<TicketEvent> uphold(Ticket ticket, AppealUpheld appeal) {
        return ticket.uphold(appeal, ticket.operator().map(windows::of).orElse(Duration.ZERO), clock.instant());
    }
}
