package id.sigap.intake.report;

import id.sigap.events.TicketId;
import id.sigap.reliable.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The stories of all cases. Steps are learnt in any order and told by time; what a ticket says to all of its reports stands once. */
@ApplicationScoped
public class Timeline implements PanacheRepositoryBase<TimelineEntry, UUID> {

    public void add(Report report, Instant at, Step step) {
        add(report, at, step, null);
    }

    public void add(Report report, Instant at, Step step, String detail) {
        persist(new TimelineEntry(Ids.next(), report, at, step, detail));
    }

    /** For every report that is in the ticket by then. @param place which of the ticket's steps it is, from 1 @param detail may be null */
    public void add(TicketId ticket, int place, Instant at, Step step, String detail) {
        persist(new TimelineEntry(Ids.next(), ticket, place, at, step, detail));
    }

    public List<TimelineEntry> of(Report report) {
        return Stream.concat(own(report).stream(), ofTicket(report).stream())
                .sorted(TimelineEntry.AS_TOLD)
                .toList();
    }

    /** Before the report leaves its ticket: what it was told there goes with it. */
    public void takeAlong(Report report) {
        ofTicket(report).forEach(entry -> persist(entry.ownedBy(Ids.next(), report)));
    }

    List<TimelineEntry> own(Report report) {
        return list("report", report.id().value());
    }

    /** What its ticket has said since the report came. */
    List<TimelineEntry> ofTicket(Report report) {
        return report.ticket()
                .map(ticket -> list("ticket = ?1 and place > ?2 order by place", ticket.value(), report.ticketSince()))
                .orElse(List.of());
    }
}
