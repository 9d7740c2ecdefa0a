package id.sigap.intake.report;

import id.sigap.intake.form.Faults;
import id.sigap.intake.pace.ProofOfWork;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.report.Submissions.SubmittedReport;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.wording.Wording;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form as pages: one step after the other, then the answers once more, then the receipt. Nothing of it needs a script. */
@Path("/report")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ReportPage {

    @CheckedTemplate(basePath = "report")
    static final class View {

        private View() {}

        static native TemplateInstance you(ReportDraft draft, Faults faults);

        static native TemplateInstance number(ReportDraft draft, Faults faults);

        static native TemplateInstance story(ReportDraft draft, Faults faults, Suspect suspect, String lostMoney);

        static native TemplateInstance check(ReportDraft draft, ReportForm form, Suspect suspect, String lostMoney);

        static native TemplateInstance receipt(SubmittedReport report);
    }

    private final Submissions submissions;
    private final CaseCookie cookie;
    private final ProofOfWork proofs;
    private final Wording wording;
    private final Reader reader;

    ReportPage(Submissions submissions, CaseCookie cookie, ProofOfWork proofs, Wording wording, Reader reader) {
        this.submissions = submissions;
        this.cookie = cookie;
        this.proofs = proofs;
        this.wording = wording;
        this.reader = reader;
    }

    @GET
    public Page begin() {
        return page(FormStep.YOU, ReportDraft.empty(), Faults.NONE);
    }

    /**
     * @param from the page that was filled in
     * @param to {@code next}, {@code back}, {@code send}, or the name of a page before; none if only the language was changed
     */
    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page go(
            @BeanParam ReportDraft draft,
            @FormParam("from") FormStep from,
            @FormParam("to") String to,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        if (from == null) {
            return begin();
        }
        if (to == null) {
            return page(from, draft, Faults.NONE);
        }
        return switch (to) {
            case "next" -> onwards(draft, from.next());
            case "send" -> send(draft, request.remoteAddress().hostAddress());
            case "back" -> page(from.previous(), draft, Faults.NONE);
            default -> onwards(draft, wanted(to));
        };
    }

    /** Any page whose predecessors are in order; else the first that isn't. */
    private Page onwards(ReportDraft draft, FormStep to) {
        return firstFaulty(draft, to).orElseGet(() -> page(to, draft, Faults.NONE));
    }

    private Page send(ReportDraft draft, String address) {
        return firstFaulty(draft, FormStep.CHECK).orElseGet(() -> sent(draft, address));
    }

    private Page sent(ReportDraft draft, String address) {
        proofs.require(draft.proof(), address);
        SubmittedReport report = submissions.submit(draft.key(), draft.form(reader.language()));
        cookie.open(new CaseId(report.report()), CaseKind.REPORT);
        return new Page(View.receipt(report));
    }

    /** The first page before that one on which something is wrong. */
    private Optional<Page> firstFaulty(ReportDraft draft, FormStep end) {
        List<FieldError> errors = errors(draft);
        for (FormStep step = FormStep.YOU; step.isBefore(end); step = step.next()) {
            Faults faults = Faults.of(errors, reader.language(), Set.copyOf(step.fields()));
            if (!faults.isEmpty()) {
                return Optional.of(page(step, draft, faults));
            }
        }
        return Optional.empty();
    }

    /** What can't be read is told before what is missed because of that. */
    private List<FieldError> errors(ReportDraft draft) {
        var errors = new ArrayList<>(draft.unreadable());
        try {
            submissions.read(draft.form(reader.language()));
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
        return errors;
    }

    private Page page(FormStep step, ReportDraft draft, Faults faults) {
        return switch (step) {
            case YOU -> new Page(View.you(draft, faults));
            case NUMBER -> new Page(View.number(draft, faults));
            case STORY -> new Page(View.story(draft, faults, Suspect.of(draft.suspectNumber()), lostMoney()));
            case CHECK ->
                new Page(View.check(
                        draft, draft.form(reader.language()), Suspect.of(draft.suspectNumber()), lostMoney()));
        };
    }

    private String lostMoney() {
        return wording.say(reader.language(), "advice.MONEY_LOST");
    }

    private static FormStep wanted(String name) {
        for (FormStep step : FormStep.values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return FormStep.YOU;
    }
}
