package id.sigap.intake.appeal;

import id.sigap.events.AppealId;
import id.sigap.intake.appeal.AppealSubmissions.TakenAppeal;
import id.sigap.intake.appeal.AppealSubmissions.TrackedAppeal;
import id.sigap.intake.evidence.Evidence;
import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.evidence.Uploads;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.receipt.ShownReceipt;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import id.sigap.service.TakesFiles;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The appellant's side of an appeal. */
@Path("/api/v1")
@Tag(name = "appeals")
@PermitAll
class AppealResource {

    private final AppealSubmissions submissions;
    private final Appeals appeals;
    private final Receipts receipts;
    private final Uploads uploads;
    private final Visitors visitors;

    AppealResource(
            AppealSubmissions submissions, Appeals appeals, Receipts receipts, Uploads uploads, Visitors visitors) {
        this.submissions = submissions;
        this.appeals = appeals;
        this.receipts = receipts;
        this.uploads = uploads;
        this.visitors = visitors;
    }

    @POST
    @Path("/appeals")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Appeal against the block of one's number",
            description = "With documentsFollow the appeal stays a draft: hand in its documents, then submit it.")
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = TakenAppeal.class)))
    @APIResponse(responseCode = "400", description = "Fields are missing or wrong; all are named")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request")
    @APIResponse(responseCode = "429", description = "Too many; Retry-After says how long, a proof of work may help")
    public Response take(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(Visitor.PROOF) String proof,
            @Context HttpServerRequest request,
            AppealForm form) {
        if (form == null) {
            throw new Refusal(400, "body-missing");
        }
        return Response.created(URI.create("/api/v1/appeal"))
                .entity(submissions.take(key, form, visitors.of(request, proof)))
                .build();
    }

    @POST
    @Path("/appeal/documents")
    @Consumes(MediaType.WILDCARD)
    @TakesFiles
    @Operation(summary = "Hand in a document", description = "Of a draft. The body is the file itself.")
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(responseCode = "401", description = "No appeal has this receipt")
    @APIResponse(responseCode = "409", description = "It was submitted before, or has too many documents")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Such files are not taken")
    @APIResponse(responseCode = "422", description = "Its end is missing, or it opens with a password only")
    public Response handIn(@BeanParam ShownReceipt receipt, InputStream body) throws IOException {
        CaseId caseId = receipts.open(receipt, CaseKind.APPEAL);
        Evidence taken = uploads.take(
                caseId, CaseKind.APPEAL, body, () -> appeals.of(caseId).requireTakesDocuments());
        return Response.created(URI.create("/api/v1/appeal"))
                .entity(taken.view())
                .build();
    }

    @POST
    @Path("/appeal/submit")
    @Transactional
    @Operation(
            summary = "Submit a draft",
            description = "With its clean documents; the regulator decides from here on.")
    @APIResponse(responseCode = "200", description = "Submitted")
    @APIResponse(responseCode = "401", description = "No appeal has this receipt")
    @APIResponse(responseCode = "409", description = "It was submitted before, or a document is still being checked")
    public TrackedAppeal submit(@BeanParam ShownReceipt receipt) {
        CaseId caseId = receipts.open(receipt, CaseKind.APPEAL);
        Appeal appeal = appeals.locked(new AppealId(caseId.value())).orElseThrow(() -> Refusal.notFound("appeal"));
        appeals.submit(appeal);
        return tracked(appeal);
    }

    @GET
    @Path("/appeal")
    @Transactional
    @Operation(summary = "Follow one's appeal")
    @APIResponse(responseCode = "200", description = "Where it stands")
    @APIResponse(responseCode = "401", description = "No appeal has this receipt")
    public TrackedAppeal track(@BeanParam ShownReceipt receipt) {
        return tracked(appeals.of(receipts.open(receipt, CaseKind.APPEAL)));
    }

    private TrackedAppeal tracked(Appeal appeal) {
        return submissions.tracked(appeal, appeal.language());
    }
}
