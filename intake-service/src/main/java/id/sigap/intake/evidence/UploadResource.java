package id.sigap.intake.evidence;

import id.sigap.intake.evidence.Evidence.EvidenceView;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.receipt.ShownReceipt;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.TakesFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Files of a case, in parts; where it is found and which kind of case says the resource. */
@PermitAll
public abstract class UploadResource {

    private final ResumableUploads uploads;
    private final Receipts receipts;
    private final CaseKind kind;

    protected UploadResource(ResumableUploads uploads, Receipts receipts, CaseKind kind) {
        this.uploads = uploads;
        this.receipts = receipts;
        this.kind = kind;
    }

    /** @throws id.sigap.service.Refusal 409 unless the case takes files now */
    protected abstract void requireOpen(CaseId caseId);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin to hand in a file in parts",
            description = "For connections that are cut. The same Idempotency-Key and body are the same upload.")
    @APIResponse(
            responseCode = "201",
            description = "Begun; Location is where its parts go to",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "401", description = "No case of this kind has this receipt")
    @APIResponse(responseCode = "409", description = "The case takes nothing now, or has too many pieces")
    @APIResponse(responseCode = "413", description = "The file is too large")
    public Response begin(
            @BeanParam ShownReceipt receipt, @HeaderParam("Idempotency-Key") String key, NewUpload upload) {
        CaseId caseId = opened(receipt);
        return uploads.declare(caseId, kind, key, upload, () -> requireOpen(caseId));
    }

    @HEAD
    @Path("/{upload}")
    @Operation(summary = "How far an upload is", description = "Upload-Offset is where the next part begins.")
    @APIResponse(responseCode = "204", description = "Upload-Offset, Upload-Length, Upload-Complete")
    @APIResponse(responseCode = "401", description = "No case of this kind has this receipt")
    @APIResponse(responseCode = "404", description = "This case has no such upload, or it has expired")
    public Response progress(@BeanParam ShownReceipt receipt, @PathParam("upload") String upload) {
        return uploads.progress(opened(receipt), kind, upload);
    }

    @PATCH
    @Path("/{upload}")
    @Consumes({ResumableUploads.PART, ResumableUploads.PART_OF_TUS})
    @TakesFiles
    @Operation(
            summary = "Send the next part",
            description =
                    "From Upload-Offset on, as many bytes as one likes. What came before a cut counts. An empty part at the"
                            + " end asks once more for what the whole has become.")
    @APIResponse(
            responseCode = "201",
            description = "That was the last: taken; CLEAN, or QUARANTINED until the scanner has looked at it",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(responseCode = "204", description = "Kept; Upload-Offset is where the next part begins")
    @APIResponse(responseCode = "401", description = "No case of this kind has this receipt")
    @APIResponse(responseCode = "404", description = "This case has no such upload, or it has expired")
    @APIResponse(
            responseCode = "409",
            description = "It goes on at another Upload-Offset, which is answered; or the case takes nothing now")
    @APIResponse(responseCode = "413", description = "More than the file was said to have")
    @APIResponse(responseCode = "415", description = "Such files are not taken")
    @APIResponse(responseCode = "422", description = "Its end is missing, or it opens with a password only")
    public Response send(
            @BeanParam ShownReceipt receipt,
            @PathParam("upload") String upload,
            @HeaderParam(ResumableUploads.OFFSET) Long offset,
            InputStream part) {
        CaseId caseId = opened(receipt);
        return uploads.receive(caseId, kind, upload, offset, part, () -> requireOpen(caseId));
    }

    @DELETE
    @Path("/{upload}")
    @Operation(summary = "Give an upload up", description = "What it has become already stays.")
    @APIResponse(responseCode = "204", description = "Nothing of it is kept")
    @APIResponse(responseCode = "401", description = "No case of this kind has this receipt")
    @APIResponse(responseCode = "404", description = "This case has no such upload, or it has expired")
    public Response cancel(@BeanParam ShownReceipt receipt, @PathParam("upload") String upload) {
        return uploads.cancel(opened(receipt), kind, upload);
    }

    private CaseId opened(ShownReceipt receipt) {
        return receipts.open(receipt, kind);
    }
}
