package id.sigap.intake.report;

import id.sigap.intake.form.Faults;
import id.sigap.intake.form.KeptForm;
import id.sigap.intake.form.KeptForms;
import id.sigap.intake.form.Resent;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.report.Submissions.FromPage;
import id.sigap.intake.report.Submissions.SubmittedReport;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.wording.Wording;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form as pages: one step after the other, then the answers once more, then the receipt. Nothing of it needs a script. What is posted is kept
 * and the answer leads to the page that is next, so that Back and reload are harmless; each page carries the other pages' answers too, so that
 * nothing is lost where nothing can be kept.
 */
@Path("/report")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ReportPage {

    /** What is kept of the form, and of its receipt. */
    private static final String FORM = "report";

    private static final String RECEIPT = "report-receipt";

    private static final URI BEGIN = URI.create("/report");
    private static final URI RECEIPT_PAGE = URI.create("/report/receipt");

    @CheckedTemplate(basePath = "report")
    static final class View {

        private View() {}

        /** Whether to go on with what was begun. */
        static native TemplateInstance begun();

        static native TemplateInstance you(ReportDraft draft, Faults faults);

        static native TemplateInstance number(ReportDraft draft, Faults faults);

        static native TemplateInstance story(ReportDraft draft, Faults faults, ShownSuspect suspect, String lostMoney);

        static native TemplateInstance check(
                ReportDraft draft, Faults faults, ReportForm form, ShownSuspect suspect, String lostMoney);

        /** @param typed the form as it stands now @param form the same, read */
        static native TemplateInstance receipt(Handed handed, ReportDraft typed, ReportForm form);
    }

    /**
     * A receipt, and what is to be said beside it.
     *
     * @param typed the form they sent
     * @param unsent the fields of it that they had changed since the report was taken, and that are no part of it
     */
    public record Handed(SubmittedReport report, Map<String, String> typed, Set<String> unsent) {}

    private final Submissions submissions;
    private final KeptForms forms;
    private final CaseCookie cookie;
    private final Wording wording;
    private final Reader reader;
    private final Visitors visitors;

    ReportPage(
            Submissions submissions,
            KeptForms forms,
            CaseCookie cookie,
            Wording wording,
            Reader reader,
            Visitors visitors) {
        this.submissions = submissions;
        this.forms = forms;
        this.cookie = cookie;
        this.wording = wording;
        this.reader = reader;
        this.visitors = visitors;
    }

    /** Offers to go on with what this browser has begun; what it was is shown only then, for the browser may be borrowed. */
    @GET
    public Object begin() {
        return forms.find(FORM).isPresent()
                ? new Page(View.begun())
                : Response.seeOther(URI.create(FormStep.YOU.path())).build();
    }

    @POST
    @Path("/new")
    public Response beginAnew() {
        forms.forget(FORM);
        forms.rename();
        return Response.seeOther(URI.create(FormStep.YOU.path())).build();
    }

    @GET
    @Path("/{step:you|number|story|check}")
    public Object show(@PathParam("step") String name) {
        FormStep step = FormStep.at(name);
        Optional<KeptForm> kept = forms.find(FORM);
        if (kept.isEmpty() && step != FormStep.YOU) {
            return Response.seeOther(forms.find(RECEIPT, Handed.class).isPresent() ? RECEIPT_PAGE : BEGIN)
                    .build();
        }
        KeptForm form = kept.orElse(KeptForm.EMPTY);
        ReportDraft draft = ReportDraft.of(form.fields());
        return firstFaulty(draft, step)
                .<Object>map(
                        faulty -> Response.seeOther(URI.create(faulty.path())).build())
                .orElseGet(() -> page(step, form));
    }

    /**
     * @param from the page that was filled in
     * @param to {@code next}, {@code back}, {@code send}, or the name of a page before; none if only the language was changed
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object go(
            @BeanParam ReportDraft posted,
            @FormParam("from") FormStep from,
            @FormParam("to") String to,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        ReportDraft draft = posted.withKey();
        if (from == null) {
            return Response.seeOther(BEGIN).build();
        }
        if (to == null) {
            return leadTo(from, kept(draft));
        }
        return switch (to) {
            case "next" -> onwards(draft, from.next());
            case "send" -> send(draft, visitors.of(request, draft.proof()));
            case "back" -> leadTo(from.previous(), kept(draft));
            default -> onwards(draft, FormStep.named(to));
        };
    }

    @GET
    @Path("/receipt")
    public Object receipt() {
        return forms.find(RECEIPT, Handed.class)
                .<Object>map(this::receipt)
                .orElseGet(() -> Response.seeOther(URI.create("/case")).build());
    }

    /** Any page whose predecessors are in order; else the first that isn't. */
    private Object onwards(ReportDraft draft, FormStep to) {
        return firstFaulty(draft, to)
                .map(faulty -> leadTo(faulty, new KeptForm(draft.all(), errors(draft))))
                .orElseGet(() -> leadTo(to, kept(draft)));
    }

    private Object send(ReportDraft draft, Visitor visitor) {
        if (firstFaulty(draft, FormStep.CHECK).isPresent()) {
            return onwards(draft, FormStep.CHECK);
        }
        try {
            return sent(draft, submitted(draft, visitor));
        } catch (Refusal refusal) {
            return leadTo(FormStep.CHECK, forms.refused(kept(draft), refusal, "report"));
        }
    }

    private FromPage submitted(ReportDraft draft, Visitor visitor) {
        return QuarkusTransaction.requiringNew()
                .call(() -> submissions.submitFromPage(draft, reader.language(), visitor));
    }

    /** @param taken another form than the draft, if the answer to the first try was lost and they changed something since */
    private Object sent(ReportDraft draft, FromPage taken) {
        var handed = new Handed(
                taken.report(),
                draft.all(),
                Resent.differences(taken.answers(), draft.answers()).keySet());
        cookie.open(new CaseId(handed.report().report()), CaseKind.REPORT);
        forms.forget(FORM);
        forms.rename();
        return forms.keepReceipt(RECEIPT, handed)
                ? Response.seeOther(RECEIPT_PAGE).build()
                : receipt(handed);
    }

    private Page receipt(Handed handed) {
        ReportDraft typed = ReportDraft.of(handed.typed());
        return new Page(View.receipt(handed, typed, typed.form(reader.language())));
    }

    /** The page by its own address, or as this answer where nothing can be kept. */
    private Object leadTo(FormStep step, KeptForm form) {
        return forms.keep(FORM, form)
                ? Response.seeOther(URI.create(step.path())).build()
                : page(step, form);
    }

    private static KeptForm kept(ReportDraft draft) {
        return KeptForm.of(draft.all());
    }

    /** The first page before that one on which something is wrong. */
    private Optional<FormStep> firstFaulty(ReportDraft draft, FormStep end) {
        List<FieldError> errors = errors(draft);
        for (FormStep step = FormStep.YOU; step.isBefore(end); step = step.next()) {
            if (!faults(step, errors).isEmpty()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** What can't be read is told before what is missed because of that. */
    private List<FieldError> errors(ReportDraft draft) {
        var errors = new ArrayList<>(draft.unreadable());
        try {
            submissions.read(draft.form(reader.language()), draft.unsure());
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
        return errors;
    }

    private Faults faults(FormStep step, List<FieldError> errors) {
        return Faults.of(errors, reader.language(), Set.copyOf(step.fields()));
    }

    private Page page(FormStep step, KeptForm form) {
        ReportDraft draft = ReportDraft.of(form.fields());
        Faults faults = faults(step, form.errors());
        TemplateInstance view =
                switch (step) {
                    case YOU -> View.you(draft, faults);
                    case NUMBER -> View.number(draft, faults);
                    case STORY -> View.story(draft, faults, draft.suspect(), lostMoney());
                    case CHECK ->
                        View.check(draft, faults, draft.form(reader.language()), draft.suspect(), lostMoney());
                };
        return forms.page(view, form);
    }

    private String lostMoney() {
        return wording.say(reader.language(), "advice.MONEY_LOST");
    }
}
