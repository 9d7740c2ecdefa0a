package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.desk.UnfinishedForms.Unfinished;
import id.sigap.verification.team.Team;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** A supervisor gives a case to an officer, from the team's page ({@code back} is {@code team}) or from the case's own. */
@Path("/desk/cases/{report}/assign")
@RolesAllowed(Roles.SUPERVISOR)
@Produces(MediaType.TEXT_HTML)
class AssignForm {

    private final Team team;
    private final Casework casework;
    private final UnfinishedForms forms;
    private final CasePage cases;

    AssignForm(Team team, Casework casework, UnfinishedForms forms, CasePage cases) {
        this.team = team;
        this.casework = casework;
        this.forms = forms;
        this.cases = cases;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        var filled = new Filled(form);
        boolean fromTeam = filled.has("back", "team");
        try {
            String officer = filled.of("officer");
            if (!team.officers().contains(officer)) {
                throw new Refusal(Response.Status.CONFLICT, "officer-unknown");
            }
            casework.assign(report, filled.orNull("seen"), officer);
        } catch (Refusal refusal) {
            return fromTeam
                    ? forms.show(TeamPage.PATH, Unfinished.refused(filled, refusal))
                    : cases.refused(report, refusal, filled);
        }
        return Response.seeOther(URI.create(fromTeam ? TeamPage.PATH : CasePage.path(report)))
                .build();
    }
}
