package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * A form whose session ended while it was filled in: nothing is carried out and nothing is lost. The page holds every field, opens the login
 * in another window, and sends the form again when the officer says so. {@link DeskLogin} leads here; who comes by themselves finds nothing.
 */
@Path(KeptForm.PATH)
@PermitAll
class KeptForm {

    static final String PATH = "/form-without-session";
    private static final String WRITTEN = "text";

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance kept(ShownForm form);
    }

    public record Field(String name, String value) {}

    /** @param action where it goes @param text what was written to a reporter; empty if nothing @param fields the rest */
    public record ShownForm(String action, String text, List<Field> fields) {}

    private final RoutingContext exchange;

    KeptForm(RoutingContext exchange) {
        this.exchange = exchange;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response keep(@HeaderParam("Sec-Fetch-Site") String from, MultivaluedMap<String, String> form) {
        String action = exchange.get(DeskLogin.FORM);
        if (action == null) {
            throw new Refusal(404, "no-such-page");
        }
        // without a session the cookie is no sign of a browser: only what it says of the request's origin is
        if (from != null && !from.equals("same-origin")) {
            throw new Refusal(403, "other-site");
        }
        var fields = new ArrayList<Field>();
        form.forEach((name, values) -> {
            if (!name.equals(WRITTEN)) {
                values.forEach(value -> fields.add(new Field(name, value)));
            }
        });
        String text = form.containsKey(WRITTEN) ? form.getFirst(WRITTEN) : "";
        return Response.status(Response.Status.UNAUTHORIZED)
                .entity(new Page(View.kept(new ShownForm(action, text, fields))))
                .build();
    }
}
