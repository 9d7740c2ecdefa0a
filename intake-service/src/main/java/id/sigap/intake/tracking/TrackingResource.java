package id.sigap.intake.tracking;

import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.receipt.ShownReceipt;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.tracking.Tracking.TrackedReport;
import id.sigap.intake.vault.CaseKind;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reporter's own case. */
@Path("/api/v1")
@Tag(name = "tracking")
@PermitAll
class TrackingResource {

    private final Receipts receipts;
    private final Reports reports;
    private final Tracking tracking;

    TrackingResource(Receipts receipts, Reports reports, Tracking tracking) {
        this.receipts = receipts;
        this.reports = reports;
        this.tracking = tracking;
    }

    @GET
    @Path("/report")
    @Transactional
    @Operation(summary = "Follow one's report", description = "Where it stands and its story, oldest first.")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    @APIResponse(responseCode = "429", description = "Too many wrong receipts from this address")
    public TrackedReport follow(@BeanParam ShownReceipt receipt) {
        return told(reports.of(receipts.open(receipt, CaseKind.REPORT)));
    }

    @POST
    @Path("/report/withdraw")
    @Transactional
    @Operation(summary = "Take one's report back", description = "Until the help desk has decided.")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    @APIResponse(responseCode = "409", description = "It was decided, or withdrawn before")
    public TrackedReport withdraw(@BeanParam ShownReceipt receipt) {
        return told(tracking.withdraw(receipts.open(receipt, CaseKind.REPORT)));
    }

    private TrackedReport told(Report report) {
        return tracking.of(report, report.language());
    }
}
