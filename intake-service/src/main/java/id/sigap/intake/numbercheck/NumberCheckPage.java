package id.sigap.intake.numbercheck;

import id.sigap.events.SuspectNumber;
import id.sigap.intake.form.Faults;
import id.sigap.intake.form.Findings;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

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

    private final NumberChecks checks;
    private final Reader reader;

    NumberCheckPage(NumberChecks checks, Reader reader) {
        this.checks = checks;
        this.reader = reader;
    }

    @GET
    public Page ask() {
        return new Page(View.page("", Faults.NONE, null));
    }

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page answer(
            @FormParam("number") String typed,
            @FormParam(Reader.CHOICE) String language,
            @Context HttpServerRequest request) {
        reader.choose(language);
        var findings = new Findings();
        Optional<SuspectNumber> number = findings.number("number", typed);
        try {
            findings.settle();
        } catch (Refusal refusal) {
            return new Page(View.page(typed, Faults.of(refusal, reader.language()), null));
        }
        SuspectNumber read = number.orElseThrow();
        Known known = checks.of(read, request.remoteAddress().hostAddress());
        return new Page(View.page(
                typed,
                Faults.NONE,
                new Answer(PhoneNumbers.shown(read), PhoneNumbers.brand(read).orElse(""), known)));
    }
}
