package id.sigap.intake.evidence;

import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.receipt.ShownReceipt;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import id.sigap.service.TakesFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence of a report: handed in by the reporter, looked at by officers. */
@Path("/api/v1")
@Tag(name = "evidence")
class EvidenceResource {

    private final Uploads uploads;
    private final EvidenceItems items;
    private final EvidenceContent content;
    private final Receipts receipts;
    private final Reports reports;
    private final AccessLog accesses;
    private final CurrentUser user;

    EvidenceResource(
            Uploads uploads,
            EvidenceItems items,
            EvidenceContent content,
            Receipts receipts,
            Reports reports,
            AccessLog accesses,
            CurrentUser user) {
        this.uploads = uploads;
        this.items = items;
        this.content = content;
        this.receipts = receipts;
        this.reports = reports;
        this.accesses = accesses;
        this.user = user;
    }

    @POST
    @Path("/report/evidence")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @TakesFiles
    @Operation(
            summary = "Hand in a file",
            description =
                    "The body is the file itself. Its content says what it is; Content-Type and a file's name don't count."
                            + " It is kept as it is. The same bytes again are the same evidence.")
    @APIResponse(responseCode = "400", description = "The file is empty")
    @APIResponse(
            responseCode = "201",
            description = "Taken; CLEAN, or QUARANTINED until the scanner has looked at it",
            content = @Content(schema = @Schema(implementation = Evidence.EvidenceView.class)))
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    @APIResponse(responseCode = "409", description = "The case takes no evidence now, or has too many pieces")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Such files are not taken")
    @APIResponse(responseCode = "422", description = "Its end is missing, or it opens with a password only")
    public Response handIn(@BeanParam ShownReceipt receipt, InputStream body) throws IOException {
        CaseId caseId = receipts.open(receipt, CaseKind.REPORT);
        Evidence taken = uploads.take(
                caseId, CaseKind.REPORT, body, () -> reports.of(caseId).requireTakesEvidence());
        return Response.created(URI.create("/api/v1/report/evidence"))
                .entity(taken.view())
                .build();
    }

    @GET
    @Path("/report/evidence")
    @PermitAll
    @Transactional
    @Operation(summary = "The evidence of one's own report", description = "Described, not shown.")
    @APIResponse(responseCode = "200", description = "Oldest first")
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    public List<Evidence.EvidenceView> own(@BeanParam ShownReceipt receipt) {
        return described(receipts.open(receipt, CaseKind.REPORT));
    }

    @GET
    @Path("/reports/{report}/evidence")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Transactional
    @Operation(summary = "The evidence of a report", description = "Described; the read is logged.")
    @APIResponse(responseCode = "200", description = "Oldest first")
    @APIResponse(responseCode = "404", description = "There is no such report")
    public List<Evidence.EvidenceView> of(@PathParam("report") String id) {
        Report report = reports.named(id);
        accesses.evidenceListed(report.caseId(), user.actor());
        return described(report.caseId());
    }

    @GET
    @Path("/reports/{report}/evidence/{evidence}/content")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Operation(
            summary = "Look at a piece of evidence",
            description = "The original bytes, or a range of them; the read is logged.")
    @APIResponse(responseCode = "200", description = "The file, as an attachment")
    @APIResponse(responseCode = "206", description = "The range that was asked for")
    @APIResponse(responseCode = "404", description = "There is no such evidence in this report")
    @APIResponse(responseCode = "409", description = "It is in quarantine, or was refused")
    @APIResponse(responseCode = "410", description = "The case's personal data was erased")
    @APIResponse(responseCode = "416", description = "The file has no such range")
    public Response look(
            @PathParam("report") String report,
            @PathParam("evidence") String evidence,
            @HeaderParam("Range") String range)
            throws IOException {
        return content.of(report, evidence, CaseKind.REPORT, range);
    }

    private List<Evidence.EvidenceView> described(CaseId caseId) {
        return items.of(caseId).stream().map(Evidence::view).toList();
    }
}
