package id.sigap.verification.desk;

import id.sigap.service.Roles;
import id.sigap.verification.desk.UnfinishedForms.Unfinished;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The supervisor's view: who has how much, what nobody moves. */
@Path(TeamPage.PATH)
@RolesAllowed(Roles.SUPERVISOR)
@Produces(MediaType.TEXT_HTML)
class TeamPage {

    static final String PATH = "/desk/team";

    private final TeamScreen screen;
    private final UnfinishedForms forms;
    private final Reader reader;

    TeamPage(TeamScreen screen, UnfinishedForms forms, Reader reader) {
        this.screen = screen;
        this.forms = forms;
        this.reader = reader;
    }

    @GET
    public Page show(
            @QueryParam("officer") @DefaultValue("") String officer,
            @QueryParam(UnfinishedForms.PARAMETER) String form) {
        Unfinished unfinished = forms.find(PATH, form);
        return screen.page(officer, unfinished.refused(reader.language()), unfinished.filled(), form);
    }
}
