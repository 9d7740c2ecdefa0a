package id.sigap.ticket.ticket;

import static jakarta.persistence.CascadeType.PERSIST;

import id.sigap.events.ReportId;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.service.Refusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verified reports a ticket rests on; there is no block without one. */
@Embeddable
class MergedReports {

    // the rows' own side keeps the link: one more is added without reading the thousands that may be there
    @OneToMany(mappedBy = "owner", cascade = PERSIST)
    List<MergedReport> all = new ArrayList<>();

    /** Reads them all. */
    Optional<MergedReport> of(ReportId report) {
        return all.stream().filter(merged -> merged.report().equals(report)).findFirst();
    }

    void join(Ticket ticket, EvidenceVerified report, Instant at) {
        all.add(new MergedReport(ticket, report, at));
    }

    /** @throws Refusal 404 if the report is not in the ticket, 409 if it is the last */
    void leave(ReportId report, Instant at) {
        MergedReport leaving = of(report).filter(MergedReport::counts).orElseThrow(() -> Refusal.notFound("report"));
        if (count() == 1) {
            throw new Refusal(Status.CONFLICT, "last-report");
        }
        leaving.leftAt = at;
    }

    long count() {
        return all.stream().filter(MergedReport::counts).count();
    }

    /** True if the moment lies before every decision the ticket rests on: what was decided then concerned an earlier ticket. */
    boolean allVerifiedAfter(Instant moment) {
        return all.stream().filter(MergedReport::counts).allMatch(r -> r.verifiedAt.isAfter(moment));
    }
}
