package id.sigap.reliable;

import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.ReportMerged;
import java.time.Instant;

/** Events for tests. */
final class Samples {

    private Samples() {}

    static TicketId aTicket() {
        return new TicketId(Ids.next());
    }

    /** Any event of that ticket; which one doesn't matter to the platform. */
    static ReportMerged somethingHappenedTo(TicketId ticket) {
        return new ReportMerged(ticket, new ReportId(Ids.next()), Instant.parse("2026-11-23T10:00:00Z"));
    }
}
