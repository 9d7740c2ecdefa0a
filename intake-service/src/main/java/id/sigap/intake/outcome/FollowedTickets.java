package id.sigap.intake.outcome;

import id.sigap.events.Msisdn;
import id.sigap.events.TicketId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tickets that are followed. */
@ApplicationScoped
class FollowedTickets implements PanacheRepositoryBase<FollowedTicket, UUID> {

    /** One that is open at most, and those that ended. */
    List<FollowedTicket> about(Msisdn number) {
        return list("number", number.value());
    }

    /** Empty for a ticket none of whose events came from its beginning: there is nobody to tell. */
    Optional<FollowedTicket> of(TicketId ticket) {
        return findByIdOptional(ticket.value());
    }
}
