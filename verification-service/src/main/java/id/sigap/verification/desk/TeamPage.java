package id.sigap.verification.desk;

import id.sigap.service.ETags;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.queue.FirstDecision;
import id.sigap.verification.queue.Timeliness;
import id.sigap.verification.team.Load;
import id.sigap.verification.team.Team;
import id.sigap.verification.team.TeamCase;
import id.sigap.web.Page;
import id.sigap.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The supervisor's view: who has how much, what nobody moves; and cases given to others, from here and from a case's own page. */
@Path("/desk")
@RolesAllowed(Roles.SUPERVISOR)
@Produces(MediaType.TEXT_HTML)
class TeamPage {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance team(ShownTeam team, Refused refused);
    }

    /** @param seen what is decided on, if it is given to somebody @param holder empty if nobody has it */
    public record Row(TeamCase entry, String seen, String holder, Timeliness timeliness) {}

    /** @param officers to whom a case can be given */
    public record ShownTeam(List<Load> loads, List<Row> still, List<Row> held, List<String> officers) {}

    private final Team team;
    private final Casework casework;
    private final CasePage cases;
    private final FirstDecision aim;
    private final Reader reader;
    private final Clock clock;

    TeamPage(Team team, Casework casework, CasePage cases, FirstDecision aim, Reader reader, Clock clock) {
        this.team = team;
        this.casework = casework;
        this.cases = cases;
        this.aim = aim;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Path("team")
    public Page show() {
        return page(Refused.NOTHING);
    }

    /** {@code back} is {@code team} where the form stood on this page. */
    @POST
    @Path("cases/{report}/assign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@PathParam("report") UUID report, MultivaluedMap<String, String> form) {
        var filled = new Filled(form);
        boolean fromHere = filled.has("back", "team");
        try {
            String officer = filled.of("officer");
            if (!team.officers().contains(officer)) {
                throw new Refusal(409, "officer-unknown");
            }
            casework.assign(report, filled.orNull("seen"), officer);
        } catch (Refusal refusal) {
            return fromHere
                    ? Response.status(refusal.status())
                            .entity(page(Refused.of(refusal, reader.language())))
                            .build()
                    : cases.refused(report, refusal, filled);
        }
        return Response.seeOther(URI.create(fromHere ? "/desk/team" : "/desk/cases/" + report))
                .build();
    }

    private Page page(Refused refused) {
        List<Load> loads = team.loads();
        var shown = new ShownTeam(
                loads,
                rows(team.still()),
                rows(team.held()),
                loads.stream().map(Load::officer).sorted().toList());
        return new Page(View.team(shown, refused));
    }

    private List<Row> rows(List<TeamCase> cases) {
        return cases.stream()
                .map(entry -> new Row(
                        entry,
                        ETags.of(entry.version()),
                        entry.holder().orElse(""),
                        aim.of(entry.priority(), entry.submittedAt(), clock.instant())))
                .toList();
    }
}
