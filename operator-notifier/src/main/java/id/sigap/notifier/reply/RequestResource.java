package id.sigap.notifier.reply;

import id.sigap.events.OperatorCode;
import id.sigap.notifier.Filter;
import id.sigap.notifier.request.Requests;
import id.sigap.service.CurrentUser;
import id.sigap.service.Cursor;
import id.sigap.service.Page;
import id.sigap.service.Parameter;
import id.sigap.service.Problem;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators are asked. An operator sees its own requests; another's don't exist for it. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
@Transactional
@Tag(name = "Requests", description = "Requests to block or unblock a number.")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The role does not allow it, or the operator's token names no operator",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class RequestResource {

    private final Requests requests;
    private final CurrentUser user;

    RequestResource(Requests requests, CurrentUser user) {
        this.requests = requests;
        this.user = user;
    }

    @GET
    @Operation(
            summary = "Requests, oldest first",
            description =
                    "state: open (pending and acknowledged), pending, acknowledged, confirmed, declined or withdrawn. "
                            + "An operator's token sees its own; others may narrow by operator.")
    @APIResponse(responseCode = "200", description = "One page; pass next as after for the following one")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unreadable; errors names it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<RequestView> list(
            @QueryParam("state") String state,
            @QueryParam("operator") String operator,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int size = Parameter.limit(limit);
        var filter = new Filter()
                .and(
                        "state in (:states)",
                        "states",
                        Parameter.oneOf(Listing.class, "state", state).map(Listing::states))
                .and("operator = :operator", "operator", visible(Parameter.operator(operator)))
                .and("id > :after", "after", Cursor.read(after, 1).map(cursor -> cursor.uuid(0)));
        return Page.of(
                requests.find("from OperatorRequest" + filter.where() + " order by id", filter.parameters())
                        .range(0, size)
                        .list(),
                size,
                RequestView::of,
                request -> Cursor.of(request.id()));
    }

    @GET
    @Path("{request}")
    @Operation(summary = "One request")
    @APIResponse(
            responseCode = "200",
            description = "The request and its answer",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such request, or another operator's",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RequestView one(@PathParam("request") String request) {
        Optional<OperatorCode> own = ownOperator();
        return requests.findByIdOptional(RequestIds.read(request).value())
                .filter(found -> own.map(found.operator()::equals).orElse(true))
                .map(RequestView::of)
                .orElseThrow(() -> Refusal.notFound("request"));
    }

    /** Whose requests to show: an operator's own, whatever it asked for. */
    private Optional<OperatorCode> visible(Optional<OperatorCode> asked) {
        Optional<OperatorCode> own = ownOperator();
        if (own.isPresent() && asked.isPresent() && !asked.equals(own)) {
            throw Refusal.notFound("operator");
        }
        return own.or(() -> asked);
    }

    private Optional<OperatorCode> ownOperator() {
        return user.has(Roles.OPERATOR) ? Optional.of(user.operator()) : Optional.empty();
    }
}
