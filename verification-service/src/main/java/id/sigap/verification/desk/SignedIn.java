package id.sigap.verification.desk;

import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the login arrives that was opened beside a form: says that the form can be sent now. */
@Path("/desk/signed-in")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
class SignedIn {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance signedin(String account);
    }

    private final CurrentUser user;

    SignedIn(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page show() {
        return new Page(View.signedin(user.id()));
    }
}
