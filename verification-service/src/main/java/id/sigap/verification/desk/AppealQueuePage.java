package id.sigap.verification.desk;

import id.sigap.service.Roles;
import id.sigap.verification.appeal.AppealDecisions;
import id.sigap.verification.appeal.AppealState;
import id.sigap.verification.appeal.AppealView;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** Appeals, the oldest first: those that wait, or those that are decided. */
@Path("/desk/appeals")
@RolesAllowed(Roles.REGULATOR)
@Produces(MediaType.TEXT_HTML)
class AppealQueuePage {

    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance appeals(ShownAppeals appeals);
    }

    /** @param next of the page after this; empty on the last */
    public record ShownAppeals(AppealState state, List<AppealView> rows, String next) {}

    private final AppealDecisions appeals;

    AppealQueuePage(AppealDecisions appeals) {
        this.appeals = appeals;
    }

    @GET
    public Page show(@QueryParam("state") String state, @QueryParam("after") String after) {
        AppealState shown = Optional.ofNullable(state).map(AppealState::named).orElse(AppealState.SUBMITTED);
        var page = appeals.page(Optional.of(shown), after, ROWS);
        return new Page(
                View.appeals(new ShownAppeals(shown, page.items(), page.next().orElse(""))));
    }
}
