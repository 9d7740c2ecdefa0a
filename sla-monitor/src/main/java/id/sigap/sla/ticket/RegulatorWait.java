package id.sigap.sla.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A ticket that waits for the regulator.
 *
 * @param awaited what for
 * @param dueAt until when the regulator means to have done it
 */
public record RegulatorWait(
        UUID ticket,
        Optional<String> ticketNumber,
        Awaited awaited,
        Instant since,
        Instant atRiskAt,
        Instant dueAt,
        Standing standing) {

    /** How a wait stands against its window. */
    public enum Standing {
        RUNNING,
        AT_RISK,
        OVERDUE
    }

    static RegulatorWait of(TicketClock clock, Instant atRiskAt, Instant dueAt, Instant now) {
        Standing standing =
                now.isAfter(dueAt) ? Standing.OVERDUE : now.isBefore(atRiskAt) ? Standing.RUNNING : Standing.AT_RISK;
        return new RegulatorWait(
                clock.ticket,
                Optional.ofNullable(clock.ticketNumber),
                clock.awaited,
                clock.since,
                atRiskAt,
                dueAt,
                standing);
    }
}
