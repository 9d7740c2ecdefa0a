package id.sigap.sla.clock;

import id.sigap.events.OperatorCode;
import id.sigap.events.TicketId;
import java.util.Optional;
import java.util.UUID;

/**
 * Which clocks somebody asks for; what is absent does not narrow.
 *
 * @param after the request before the first of this page
 */
record ClockSearch(
        Optional<Listing> listing, Optional<OperatorCode> operator, Optional<TicketId> ticket, Optional<UUID> after) {

    Conditions conditions() {
        return new Conditions()
                .and("state in (:states)", "states", listing.map(Listing::states))
                .and("operator = :operator", "operator", operator.map(OperatorCode::value))
                .and("ticket = :ticket", "ticket", ticket.map(TicketId::value))
                .and("request > :after", "after", after);
    }
}
