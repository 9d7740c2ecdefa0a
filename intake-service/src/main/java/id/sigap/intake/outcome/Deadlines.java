package id.sigap.intake.outcome;

import id.sigap.intake.report.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** By when operators must have blocked what was reported: a ticket's, and so that of all its reports. */
@ApplicationScoped
public class Deadlines {

    private final FollowedTickets tickets;

    Deadlines(FollowedTickets tickets) {
        this.tickets = tickets;
    }

    /** Empty while no operator has to block. */
    public Optional<Instant> of(Report report) {
        return report.ticket().flatMap(tickets::of).flatMap(FollowedTicket::dueAt);
    }
}
