package id.sigap.intake.outcome;

import id.sigap.events.TicketId;
import id.sigap.events.report.Notice;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports.Recipient;
import id.sigap.reliable.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A notice to every report that a ticket had at one of its steps. It goes through them in the order of their ids, and ends behind the last. */
@Entity
@Table(name = "circular")
class Circular {

    static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    private UUID ticket;

    /** Which of the ticket's steps; whoever comes later was told of it when they came. */
    private int place;

    @Enumerated(EnumType.STRING)
    private Notice notice;

    /** Up to which report mails are queued. */
    private UUID toldUpTo;

    Circular() {}

    Circular(TicketId ticket, int place, Notice notice) {
        this.id = Ids.next();
        this.ticket = ticket.value();
        this.place = place;
        this.notice = notice;
        this.toldUpTo = NOBODY;
    }

    TicketId ticket() {
        return new TicketId(ticket);
    }

    int place() {
        return place;
    }

    Notice notice() {
        return notice;
    }

    UUID toldUpTo() {
        return toldUpTo;
    }

    void told(Recipient last) {
        toldUpTo = last.report().value();
    }

    /** Whether the report is one of those that it has not come to yet. */
    boolean isStillToReach(Report report) {
        return report.ticket().filter(ticket()::equals).isPresent()
                && report.ticketSince() < place
                // as text, in the order of the database: Java compares ids by sign
                && report.id().toString().compareTo(toldUpTo.toString()) > 0;
    }
}
