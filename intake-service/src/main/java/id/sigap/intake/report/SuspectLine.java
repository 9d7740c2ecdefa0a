package id.sigap.intake.report;

import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitors;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** How a number, or a sender's name, is read, while it is typed: a piece of the form's second page. A POST, so that the number stands in no address; nothing is kept. */
@Path("/report/suspect")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SuspectLine {

    @CheckedTemplate(basePath = "report")
    static final class View {

        private View() {}

        static native TemplateInstance suspect(ShownSuspect suspect);
    }

    private final Limits limits;
    private final Visitors visitors;

    SuspectLine(Limits limits, Visitors visitors) {
        this.limits = limits;
        this.visitors = visitors;
    }

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page read(@FormParam("suspectNumber") String typed, @Context HttpServerRequest request) {
        limits.use(visitors.of(request, null), Counted.NUMBERS_READ);
        return new Page(View.suspect(ShownSuspect.of(typed)));
    }
}
