package id.sigap.verification.desk;

import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import id.sigap.verification.presence.Presence;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** An open case page says that it is open, and hears who else has it. */
@Path("/desk/cases/{report}/presence")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
class CasePresence {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance lookers(UUID report);
    }

    private final Presence presence;
    private final CurrentUser user;

    CasePresence(Presence presence, CurrentUser user) {
        this.presence = presence;
        this.user = user;
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Page here(@PathParam("report") UUID report) {
        presence.seen(report, user.id());
        return new Page(View.lookers(report));
    }

    @POST
    @Path("left")
    public void left(@PathParam("report") UUID report) {
        presence.left(report, user.id());
    }
}
