package id.sigap.intake.outcome;

import id.sigap.events.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;

/** The numbers that tickets are about. */
@ApplicationScoped
public class TicketNumbers {

    private final FollowedTickets tickets;

    TicketNumbers(FollowedTickets tickets) {
        this.tickets = tickets;
    }

    /** By all tickets there ever were of it. */
    public NumberStanding of(Msisdn number) {
        return tickets.about(number).stream()
                .map(FollowedTicket::standing)
                .min(Comparator.naturalOrder())
                .orElse(NumberStanding.NONE);
    }
}
