package id.sigap.intake.appeal;

import id.sigap.intake.evidence.ResumableUploads;
import id.sigap.intake.evidence.UploadResource;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents of an appeal, in parts. */
@Path("/api/v1/appeal/documents/uploads")
@Tag(name = "appeals")
@PermitAll
class DocumentUploadResource extends UploadResource {

    private final Appeals appeals;

    DocumentUploadResource(ResumableUploads uploads, Receipts receipts, Appeals appeals) {
        super(uploads, receipts, CaseKind.APPEAL);
        this.appeals = appeals;
    }

    @Override
    protected void requireOpen(CaseId caseId) {
        appeals.of(caseId).requireTakesDocuments();
    }
}
