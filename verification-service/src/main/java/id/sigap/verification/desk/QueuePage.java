package id.sigap.verification.desk;

import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseView;
import id.sigap.verification.queue.NextCase;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Where an officer's day begins: their own cases, then what waits. */
@Path("/desk")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance queue(ShownQueue queue, boolean nothingWaits);
    }

    private final QueueScreen screen;
    private final NextCase nextCase;

    QueuePage(QueueScreen screen, NextCase nextCase) {
        this.screen = screen;
        this.nextCase = nextCase;
    }

    /** Where to go from a case: to the next one, claimed, or back to the queue that says there is none. */
    static URI to(Optional<CaseView> next) {
        return next.map(found -> URI.create("/desk/cases/" + found.report()))
                .orElseGet(() -> URI.create("/desk?nothing=true"));
    }

    @GET
    public Page show(@QueryParam("after") String after, @QueryParam("nothing") @DefaultValue("false") boolean nothing) {
        return new Page(View.queue(after == null ? screen.front() : screen.behind(after), nothing));
    }

    @POST
    @Path("next")
    @RolesAllowed(Roles.OFFICER)
    public Response next() {
        return Response.seeOther(to(nextCase.claim())).build();
    }
}
