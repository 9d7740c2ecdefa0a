package id.sigap.sla.scorecard;

import id.sigap.events.OperatorCode;
import id.sigap.service.CurrentUser;
import id.sigap.service.Parameter;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scorecards. An operator sees its own. */
@Path("/api/v1/scorecards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR, Roles.OPERATOR})
@Tag(name = "Scorecards", description = "How each operator keeps its windows.")
@APIResponse(responseCode = "400", description = "A parameter is unreadable; errors names it.")
@APIResponse(responseCode = "401", description = "No valid token.")
@APIResponse(responseCode = "403", description = "The role does not allow it.")
public class ScorecardResource {

    @Inject
    Scorecards scorecards;

    @Inject
    CurrentUser user;

    @Inject
    Clock time;

    /** The scorecards of all, and the period they count. */
    @Schema(name = "Scorecards")
    public record All(Instant from, Instant to, List<Scorecard> operators) {}

    @GET
    @Operation(
            summary = "Scorecards of all operators",
            description = "Over the requests made from (inclusive) to (exclusive), RFC 3339; usually the last 30 days. "
                    + "block and unblock are counted apart, each with met + late + open + breached + declined + withdrawn = "
                    + "requests; in medianMinutes and p95Minutes what is not confirmed counts at its age so far. An "
                    + "operator's token gets its own alone.")
    @APIResponse(responseCode = "200", description = "One scorecard for each operator that was asked anything.")
    public All all(@QueryParam("from") String from, @QueryParam("to") String to) {
        Period period = period(from, to);
        List<Scorecard> cards =
                user.has(Roles.OPERATOR) ? List.of(scorecards.of(user.operator(), period)) : scorecards.ofAll(period);
        return new All(period.from(), period.to(), cards);
    }

    @GET
    @Path("/{operator}")
    @Operation(
            summary = "One operator's scorecard",
            description = "As in the list; all zeros if nobody asked it anything.")
    @APIResponse(responseCode = "200", description = "The scorecard.")
    @APIResponse(responseCode = "404", description = "Another operator's.")
    public Scorecard one(
            @PathParam("operator") String operator, @QueryParam("from") String from, @QueryParam("to") String to) {
        OperatorCode asked = Parameter.operator(operator).orElseThrow(() -> Refusal.notFound("operator"));
        if (user.has(Roles.OPERATOR) && !asked.equals(user.operator())) {
            throw Refusal.notFound("operator");
        }
        return scorecards.of(asked, period(from, to));
    }

    private Period period(String from, String to) {
        return Period.of(Parameter.time("from", from), Parameter.time("to", to), time.instant());
    }
}
