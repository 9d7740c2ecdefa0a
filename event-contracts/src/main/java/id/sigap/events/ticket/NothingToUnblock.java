package id.sigap.events.ticket;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import java.time.Instant;

/**
 * An appeal was upheld and no block of the number stands on record: no operator is asked anything. Source: ticket-service.
 *
 * @param appeal the appeal upheld
 * @param number the number
 * @param at when, by the service's clock
 */
public record NothingToUnblock(AppealId appeal, Msisdn number, Instant at) implements TicketEvent {

    @Override
    public String subject() {
        return appeal.toString();
    }
}
