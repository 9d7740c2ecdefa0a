package id.sigap.intake.numbercheck;

import id.sigap.events.SuspectNumber;
import id.sigap.intake.form.Faults;
import id.sigap.intake.form.KeptForm;
import id.sigap.intake.form.KeptForms;
import id.sigap.intake.pace.Visitors;
import id.sigap.phone.PhoneNumbers;
import id.sigap.service.Refusal;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Set;

/** The page on which a citizen asks about a number. */
@Path("/check")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class NumberCheckPage {

    @CheckedTemplate(basePath = "check")
    static final class View {

        private View() {}

        /** @param answer null until there is one */
        static native TemplateInstance page(String typed, Faults faults, Answer answer);
    }

    /** @param brand under which its range is sold; empty where that is unknown */
    public record Answer(String number, String brand, Known known) {}

    private static final String FORM = "check";
    private static final String ASKED = "go";
    private static final URI ANSWER = URI.create("/check?answer=1");

    private final NumberChecks checks;
    private final KeptForms forms;
    private final Reader reader;
    private final Visitors visitors;

    NumberCheckPage(NumberChecks checks, KeptForms forms, Reader reader, Visitors visitors) {
        this.checks = checks;
        this.forms = forms;
        this.reader = reader;
        this.visitors = visitors;
    }

    /** @param answer present if this is the answer to what was posted */
    @GET
    @Transactional
    public Page show(@QueryParam("answer") String answer, @Context HttpServerRequest request) {
        KeptForm form = forms.find(FORM).orElse(KeptForm.EMPTY);
        return answer == null ? asking(form) : page(form, request);
    }

    /** @param go absent if only the language was changed */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object ask(
            @FormParam("number") String typed,
            @FormParam(ASKED) String go,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        var fields = new HashMap<String, String>();
        fields.put("number", typed);
        fields.put(ASKED, language == null || go != null ? "yes" : "");
        KeptForm form = KeptForm.of(fields);
        return forms.keep(FORM, form) ? Response.seeOther(ANSWER).build() : page(form, request);
    }

    private Page page(KeptForm form, HttpServerRequest request) {
        if (form.of(ASKED).isEmpty()) {
            return asking(form);
        }
        String typed = form.of("number");
        try {
            return forms.page(View.page(typed, Faults.NONE, answer(typed, request)), form);
        } catch (Refusal refusal) {
            KeptForm refused = forms.refused(form, refusal, "number");
            Faults faults = Faults.of(refused.errors(), reader.language(), Set.of());
            return forms.page(View.page(typed, faults, null), refused);
        }
    }

    private Page asking(KeptForm form) {
        return forms.page(View.page(form.of("number"), Faults.NONE, null), form);
    }

    /** @throws Refusal 400 if it is no number, 429 if this address asks too often */
    private Answer answer(String typed, HttpServerRequest request) {
        SuspectNumber read = NumberChecks.number(typed);
        Known known = checks.of(read, visitors.of(request, null));
        return new Answer(PhoneNumbers.shown(read), PhoneNumbers.brand(read).orElse(""), known);
    }
}
