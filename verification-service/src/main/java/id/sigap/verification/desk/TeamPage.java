package id.sigap.verification.desk;

import id.sigap.service.Roles;
import id.sigap.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The supervisor's view: who has how much, what nobody moves. */
@Path("/desk/team")
@RolesAllowed(Roles.SUPERVISOR)
@Produces(MediaType.TEXT_HTML)
class TeamPage {

    private final TeamScreen screen;

    TeamPage(TeamScreen screen) {
        this.screen = screen;
    }

    @GET
    public Page show(@QueryParam("officer") @DefaultValue("") String officer) {
        return screen.page(officer, Refused.NOTHING);
    }
}
