package id.sigap.intake.outcome;

import id.sigap.events.TicketId;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;

/** The one ticket that is followed, in memory. */
@Vetoed
final class KeptTicket extends FollowedTickets {

    private FollowedTicket ticket;

    Optional<FollowedTicket> ticket() {
        return Optional.ofNullable(ticket);
    }

    @Override
    Optional<FollowedTicket> of(TicketId id) {
        return ticket();
    }

    @Override
    public void persistAndFlush(FollowedTicket opened) {
        ticket = opened;
    }
}
