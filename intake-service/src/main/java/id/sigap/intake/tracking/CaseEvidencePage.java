package id.sigap.intake.tracking;

import id.sigap.intake.evidence.EvidenceForms;
import id.sigap.intake.form.KeptForm;
import id.sigap.intake.form.KeptForms;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal.FieldError;
import id.sigap.service.TakesFiles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A file from the case page's plain form, for readers without scripts. */
@Path("/case/evidence")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class CaseEvidencePage {

    private final EvidenceForms forms;
    private final KeptForms kept;
    private final CaseCookie cookie;
    private final CaseView view;
    private final Reports reports;

    CaseEvidencePage(EvidenceForms forms, KeptForms kept, CaseCookie cookie, CaseView view, Reports reports) {
        this.forms = forms;
        this.kept = kept;
        this.cookie = cookie;
        this.view = view;
        this.reports = reports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @TakesFiles
    public Object handIn(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, InputStream form)
            throws IOException {
        Optional<CaseId> caseId = cookie.opened(CaseKind.REPORT);
        if (caseId.isEmpty()) {
            return Response.seeOther(URI.create("/case")).build();
        }
        CaseId opened = caseId.get();
        Optional<FieldError> fault = forms.take(opened, CaseKind.REPORT, form, contentType, () -> reports.of(opened)
                .requireTakesEvidence());
        KeptForm refused = new KeptForm(Map.of(), fault.stream().toList());
        if (fault.isPresent() && !kept.keep(CaseView.EVIDENCE, refused)) {
            return QuarkusTransaction.requiringNew().call(() -> view.of(opened, KeptForm.EMPTY, refused));
        }
        // with a place in it, browsers would leave the focus there and not with the fault
        return Response.seeOther(URI.create(fault.isPresent() ? "/case" : "/case#evidence"))
                .build();
    }
}
