package id.sigap.ticket.ticket;

import static jakarta.persistence.FetchType.LAZY;

import id.sigap.events.ReportId;
import id.sigap.events.TicketId;
import id.sigap.events.verification.EvidenceVerified;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A verified report's stay in a ticket. */
@Entity
@Table(name = "ticket_report")
public class MergedReport {

    @Embeddable
    record Key(UUID ticket, UUID report) {

        static Key of(TicketId ticket, ReportId report) {
            return new Key(ticket.value(), report.value());
        }
    }

    @EmbeddedId
    Key key;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "ticket", insertable = false, updatable = false)
    Ticket owner;

    /** When the officer decided that its evidence proves fraud. */
    Instant verifiedAt;

    Instant joinedAt;
    /** When an officer took it out again; null while it counts. */
    Instant leftAt;

    MergedReport() {}

    MergedReport(Ticket owner, EvidenceVerified report, Instant at) {
        this.key = Key.of(owner.id(), report.report());
        this.owner = owner;
        join(report, at);
    }

    /** For the first time, or again. */
    final void join(EvidenceVerified report, Instant at) {
        verifiedAt = report.at();
        joinedAt = at;
        leftAt = null;
    }

    ReportId report() {
        return new ReportId(key.report());
    }

    boolean counts() {
        return leftAt == null;
    }
}
