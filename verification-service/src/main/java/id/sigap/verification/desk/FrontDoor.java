package id.sigap.verification.desk;

import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Before the login: where who logged out arrives, and who was refused finds the way out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FrontDoor {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance front();
    }

    @GET
    public Page show() {
        return new Page(View.front());
    }
}
