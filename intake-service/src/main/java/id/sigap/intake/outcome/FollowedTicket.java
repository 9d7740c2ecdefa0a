package id.sigap.intake.outcome;

import id.sigap.events.AppealId;
import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A number's ticket, as far as its reporters are told of it: which reports it carries, and what a report that joins late has missed. */
@Entity
@Table(name = "followed_ticket")
class FollowedTicket {

    @Id
    private UUID ticket;

    private String ticketNumber;
    private Instant dueAt;
    private Instant blockedAt;
    private UUID appeal;

    @ElementCollection
    @CollectionTable(name = "followed_ticket_report", joinColumns = @JoinColumn(name = "ticket"))
    @Column(name = "report")
    private Set<UUID> reports = new HashSet<>();

    FollowedTicket() {}

    FollowedTicket(TicketId ticket, String ticketNumber) {
        this.ticket = ticket.value();
        this.ticketNumber = ticketNumber;
    }

    void join(ReportId report) {
        reports.add(report.value());
    }

    void leave(ReportId report) {
        reports.remove(report.value());
    }

    void due(Instant at) {
        dueAt = at;
    }

    void blocked(Instant at) {
        blockedAt = at;
        dueAt = null;
    }

    void appealed(AppealId by) {
        appeal = by.value();
    }

    String ticketNumber() {
        return ticketNumber;
    }

    Instant dueAt() {
        return dueAt;
    }

    Optional<Instant> blockedAt() {
        return Optional.ofNullable(blockedAt);
    }

    Optional<AppealId> appeal() {
        return Optional.ofNullable(appeal).map(AppealId::new);
    }

    /** In one order, so that two transactions never wait for each other in a circle. */
    List<ReportId> reports() {
        return reports.stream().sorted().map(ReportId::new).toList();
    }
}
