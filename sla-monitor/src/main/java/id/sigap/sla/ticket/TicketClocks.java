package id.sigap.sla.ticket;

import id.sigap.events.TicketId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clocks of all tickets. */
@ApplicationScoped
class TicketClocks implements PanacheRepositoryBase<TicketClock, UUID> {

    // A partial index holds just these.
    private static final String OF_REGULATOR = "awaited in (OPERATOR_NAME, REROUTE, SECOND_APPROVAL)";

    /** Inside the caller's transaction, in the ticket's own order. */
    void take(TicketId ticket, Optional<String> ticketNumber, Step step) {
        Optional<TicketClock> known = findByIdOptional(ticket.value(), LockModeType.PESSIMISTIC_WRITE);
        TicketClock clock = known.orElseGet(() -> new TicketClock(ticket));
        ticketNumber.ifPresent(number -> clock.ticketNumber = number);
        clock.take(step);
        if (known.isEmpty() && clock.hasBegun()) {
            persist(clock);
        }
    }

    /** A place in the list of waits. */
    record Place(Instant since, UUID ticket) {}

    /** Those that wait for the regulator, longest first; one more than {@code size}, if there are. */
    List<TicketClock> ofRegulator(Optional<Place> after, int size) {
        return after.map(place -> find(
                        OF_REGULATOR + " and (since > ?1 or since = ?1 and ticket > ?2) order by since, ticket",
                        place.since(),
                        place.ticket()))
                .orElseGet(() -> find(OF_REGULATOR + " order by since, ticket"))
                .range(0, size)
                .list();
    }
}
