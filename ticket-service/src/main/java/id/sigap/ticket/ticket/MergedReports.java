package id.sigap.ticket.ticket;

import id.sigap.events.ReportId;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.service.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The verified reports a ticket rests on; there is no block without one. */
@Embeddable
class MergedReports {

    @ElementCollection
    @CollectionTable(name = "ticket_report", joinColumns = @JoinColumn(name = "ticket"))
    @MapKeyColumn(name = "report")
    Map<UUID, MergedReport> byId = new HashMap<>();

    boolean contain(ReportId report) {
        MergedReport merged = byId.get(report.value());
        return merged != null && merged.counts();
    }

    void join(EvidenceVerified report, Instant at) {
        byId.put(report.report().value(), new MergedReport(report.at(), at));
    }

    /** @throws Refusal 404 if the report is not in the ticket, 409 if it is the last */
    void leave(ReportId report, Instant at) {
        if (!contain(report)) {
            throw Refusal.notFound("report");
        }
        if (count() == 1) {
            throw new Refusal(Status.CONFLICT, "last-report");
        }
        MergedReport stay = byId.get(report.value());
        MergedReport left = new MergedReport(stay.verifiedAt, stay.joinedAt);
        left.leftAt = at;
        byId.put(report.value(), left);
    }

    long count() {
        return byId.values().stream().filter(MergedReport::counts).count();
    }

    /** True if the moment lies before every decision the ticket rests on: what was decided then concerned an earlier ticket. */
    boolean allVerifiedAfter(Instant moment) {
        return byId.values().stream().filter(MergedReport::counts).allMatch(r -> r.verifiedAt.isAfter(moment));
    }
}
