package id.sigap.intake.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.SuspectNumber;
import id.sigap.intake.appeal.AppealSubmissions.FromPage;
import id.sigap.intake.appeal.AppealSubmissions.TakenAppeal;
import id.sigap.intake.appeal.AppealSubmissions.TrackedAppeal;
import id.sigap.intake.evidence.EvidenceForms;
import id.sigap.intake.form.Faults;
import id.sigap.intake.form.FormKey;
import id.sigap.intake.form.KeptForm;
import id.sigap.intake.form.KeptForms;
import id.sigap.intake.form.Resent;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.phone.PhoneNumbers;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import id.sigap.service.TakesFiles;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the owner of a blocked number appeals: the form, then its documents, then it is handed in. */
@Path("/appeal")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AppealPage {

    @CheckedTemplate(basePath = "appeal")
    static final class View {

        private View() {}

        static native TemplateInstance form(Typed typed, Faults faults);

        static native TemplateInstance receipt(Handed handed);

        /** @param number as people read it */
        static native TemplateInstance page(TrackedAppeal appeal, String number, boolean draft, Faults faults);
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

        static Typed of(Map<String, String> fields, String proof) {
            return new Typed(
                    fields.get("name"),
                    fields.get("email"),
                    fields.get("mobile"),
                    fields.get("number"),
                    fields.get("statement"),
                    fields.getOrDefault("key", FormKey.fresh()),
                    proof);
        }

        /** The same, with a key of its own if it came with none of ours. */
        Typed withKey() {
            return FormKey.isOne(key)
                    ? this
                    : new Typed(name, email, mobile, number, statement, FormKey.fresh(), proof);
        }

        /** What was typed, by field. */
        Map<String, String> all() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("number", number);
            fields.put("statement", statement);
            fields.put("name", name);
            fields.put("email", email);
            fields.put("mobile", mobile);
            fields.put("key", key);
            return fields;
        }

        /** What is answered, by field, blanks around it apart; empty where nothing is. */
        Map<String, String> answers() {
            var answers = all();
            answers.remove("key");
            answers.replaceAll((_, answer) -> answer == null ? "" : answer.strip());
            return answers;
        }

        AppealForm form(String language) {
            return new AppealForm(name, email, mobile, number, statement, true, language);
        }
    }

    /**
     * @param typed the form they sent
     * @param unsent what they had changed since it was taken, by field: it is no part of the appeal
     */
    public record Handed(TakenAppeal appeal, Map<String, String> typed, Map<String, String> unsent) {}

    private static final URI HERE = URI.create("/appeal");

    /** What is kept of the form, of its receipt, and of what was refused later. */
    private static final String FORM = "appeal";

    private static final String RECEIPT = "appeal-receipt";
    private static final String REFUSED = "appeal-refused";

    private final AppealSubmissions submissions;
    private final Appeals appeals;
    private final CaseCookie cookie;
    private final EvidenceForms files;
    private final KeptForms forms;
    private final Reader reader;
    private final Visitors visitors;

    AppealPage(
            AppealSubmissions submissions,
            Appeals appeals,
            CaseCookie cookie,
            EvidenceForms files,
            KeptForms forms,
            Reader reader,
            Visitors visitors) {
        this.submissions = submissions;
        this.appeals = appeals;
        this.cookie = cookie;
        this.files = files;
        this.forms = forms;
        this.reader = reader;
        this.visitors = visitors;
    }

    @GET
    @Transactional
    public Page show() {
        return opened().map(caseId -> page(appeals.of(caseId), forms.take(REFUSED)))
                .orElseGet(() -> form(forms.find(FORM).orElse(KeptForm.EMPTY)));
    }

    /** @param send absent if only the language was changed */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object take(
            @BeanParam Typed typed,
            @FormParam("send") String send,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        KeptForm form = KeptForm.of(typed.withKey().all());
        if (send == null) {
            return leadTo(form);
        }
        Typed asked = Typed.of(form.fields(), typed.proof());
        try {
            FromPage taken = taken(asked, visitors.of(request, asked.proof()));
            // they differ if the answer to the first try was lost, and something was changed since
            return taken(
                    new Handed(taken.appeal(), form.fields(), Resent.differences(taken.answers(), asked.answers())));
        } catch (Refusal refusal) {
            return leadTo(forms.refused(form, refusal, "report"));
        }
    }

    private FromPage taken(Typed typed, Visitor visitor) {
        AppealForm form = typed.form(reader.language().code());
        return QuarkusTransaction.requiringNew()
                .call(() -> submissions.takeFromPage(typed.key(), form, typed.answers(), visitor));
    }

    private Object taken(Handed handed) {
        cookie.open(new CaseId(handed.appeal().appeal()), CaseKind.APPEAL);
        forms.forget(FORM);
        forms.rename();
        return forms.keepReceipt(RECEIPT, handed)
                ? Response.seeOther(URI.create("/appeal/receipt")).build()
                : new Page(View.receipt(handed));
    }

    @GET
    @Path("/receipt")
    public Object receipt() {
        return forms.find(RECEIPT, Handed.class)
                .<Object>map(handed -> new Page(View.receipt(handed)))
                .orElseGet(() -> Response.seeOther(HERE).build());
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
            return refused(caseId.get(), refusal.at("submit"));
        }
    }

    /** A document from the plain form, for readers without scripts. */
    @POST
    @Path("/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @TakesFiles
    public Object handIn(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, InputStream form)
            throws IOException {
        Optional<CaseId> caseId = opened();
        if (caseId.isEmpty()) {
            return Response.seeOther(HERE).build();
        }
        CaseId opened = caseId.get();
        return files.take(opened, CaseKind.APPEAL, form, contentType, () -> appeals.of(opened)
                        .requireTakesDocuments())
                .map(fault -> refused(opened, fault))
                .orElseGet(() -> Response.seeOther(HERE).build());
    }

    private Object refused(CaseId caseId, FieldError error) {
        KeptForm refused = new KeptForm(Map.of(), List.of(error));
        return forms.keep(REFUSED, refused)
                ? Response.seeOther(HERE).build()
                : QuarkusTransaction.requiringNew().call(() -> page(appeals.of(caseId), refused));
    }

    private Object leadTo(KeptForm form) {
        return forms.keep(FORM, form) ? Response.seeOther(HERE).build() : form(form);
    }

    private Page form(KeptForm form) {
        return forms.page(
                View.form(Typed.of(form.fields(), null), Faults.of(form.errors(), reader.language(), Set.of())), form);
    }

    private Optional<CaseId> opened() {
        return cookie.opened(CaseKind.APPEAL);
    }

    private Page page(Appeal appeal, KeptForm refused) {
        return forms.page(
                View.page(
                        submissions.tracked(appeal, reader.language()),
                        PhoneNumbers.shown(new SuspectNumber(
                                SuspectNumber.Kind.DOMESTIC_MOBILE,
                                appeal.number().value())),
                        appeal.state() == AppealState.DRAFT,
                        Faults.of(refused.errors(), reader.language(), Set.of())),
                refused);
    }
}
