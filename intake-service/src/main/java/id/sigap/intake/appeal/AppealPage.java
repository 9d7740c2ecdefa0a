package id.sigap.intake.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.SuspectNumber;
import id.sigap.intake.appeal.AppealSubmissions.TakenAppeal;
import id.sigap.intake.appeal.AppealSubmissions.TrackedAppeal;
import id.sigap.intake.evidence.EvidenceForms;
import id.sigap.intake.form.Faults;
import id.sigap.intake.pace.ProofOfWork;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.phone.PhoneNumbers;
import id.sigap.service.Refusal;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where the owner of a blocked number appeals: the form, then its documents, then it is handed in. */
@Path("/appeal")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AppealPage {

    @CheckedTemplate(basePath = "appeal")
    static final class View {

        private View() {}

        static native TemplateInstance form(Typed typed, Faults faults);

        static native TemplateInstance receipt(TakenAppeal appeal);

        /** @param number as people read it @param fault in words; null without */
        static native TemplateInstance page(TrackedAppeal appeal, String number, boolean draft, String fault);
    }

    /** @param key makes the appeal one, however often it is sent @param proof of work, where the browser could do it */
    public record Typed(
            @FormParam("name") String name,
            @FormParam("email") String email,
            @FormParam("mobile") String mobile,
            @FormParam("number") String number,
            @FormParam("statement") String statement,
            @FormParam("key") String key,
            @FormParam("proof") String proof) {

        static Typed nothing() {
            return new Typed(null, null, null, null, null, UUID.randomUUID().toString(), null);
        }

        AppealForm form(String language) {
            return new AppealForm(name, email, mobile, number, statement, true, language);
        }
    }

    private static final URI HERE = URI.create("/appeal");

    private final AppealSubmissions submissions;
    private final Appeals appeals;
    private final CaseCookie cookie;
    private final ProofOfWork proofs;
    private final EvidenceForms forms;
    private final Reader reader;

    AppealPage(
            AppealSubmissions submissions,
            Appeals appeals,
            CaseCookie cookie,
            ProofOfWork proofs,
            EvidenceForms forms,
            Reader reader) {
        this.submissions = submissions;
        this.appeals = appeals;
        this.cookie = cookie;
        this.proofs = proofs;
        this.forms = forms;
        this.reader = reader;
    }

    @GET
    @Transactional
    public Page show() {
        return opened().map(caseId -> page(appeals.of(caseId), null))
                .orElseGet(() -> new Page(View.form(Typed.nothing(), Faults.NONE)));
    }

    /** @param send absent if only the language was changed */
    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page take(
            @BeanParam Typed typed,
            @FormParam("send") String send,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        if (send == null) {
            return new Page(View.form(typed, Faults.NONE));
        }
        AppealForm form = typed.form(reader.language().code());
        try {
            form.read();
        } catch (Refusal refusal) {
            return new Page(View.form(typed, Faults.of(refusal, reader.language())));
        }
        proofs.require(typed.proof(), request.remoteAddress().hostAddress());
        TakenAppeal taken = submissions.take(typed.key(), form);
        cookie.open(new CaseId(taken.appeal()), CaseKind.APPEAL);
        return new Page(View.receipt(taken));
    }

    @POST
    @Path("/submit")
    public Object submit() {
        Optional<CaseId> caseId = opened();
        if (caseId.isEmpty()) {
            return Response.seeOther(HERE).build();
        }
        try {
            appeals.submit(new AppealId(caseId.get().value()));
            return Response.seeOther(HERE).build();
        } catch (Refusal refusal) {
            return page(appeals.of(caseId.get()), refusal.detail(reader.language()));
        }
    }

    /** A document from the plain form, for readers without scripts. */
    @POST
    @Path("/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object handIn(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, InputStream form)
            throws IOException {
        Optional<CaseId> caseId = opened();
        if (caseId.isEmpty()) {
            forms.passOver(form);
            return Response.seeOther(HERE).build();
        }
        CaseId opened = caseId.get();
        return forms.take(opened, CaseKind.APPEAL, form, contentType, () -> appeals.of(opened)
                        .requireTakesDocuments())
                .<Object>map(fault -> page(appeals.of(opened), fault))
                .orElseGet(() -> Response.seeOther(HERE).build());
    }

    private Optional<CaseId> opened() {
        return cookie.opened(CaseKind.APPEAL);
    }

    private Page page(Appeal appeal, String fault) {
        return new Page(View.page(
                submissions.tracked(appeal, reader.language()),
                PhoneNumbers.shown(new SuspectNumber(
                        SuspectNumber.Kind.DOMESTIC_MOBILE, appeal.number().value())),
                appeal.state() == AppealState.DRAFT,
                fault));
    }
}
