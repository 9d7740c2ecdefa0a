package id.sigap.intake.evidence;

import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence of a report, in parts. */
@Path("/api/v1/report/evidence/uploads")
@Tag(name = "evidence")
@PermitAll
class EvidenceUploadResource extends UploadResource {

    private final Reports reports;

    EvidenceUploadResource(ResumableUploads uploads, Receipts receipts, Reports reports) {
        super(uploads, receipts, CaseKind.REPORT);
        this.reports = reports;
    }

    @Override
    protected void requireOpen(CaseId caseId) {
        reports.of(caseId).requireTakesEvidence();
    }
}
