package id.sigap.verification.appeal;

import id.sigap.events.verification.DismissalReason;
import id.sigap.service.ETags;
import id.sigap.service.Page;
import id.sigap.service.Problem;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the regulator does with appeals. */
@Path("/api/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGULATOR)
@Tag(name = "Appeals", description = "A number's owner asks for it to be unblocked; the regulator decides.")
class AppealResource {

    /** Why an appeal is dismissed. */
    @Schema(name = "Dismissal")
    record Dismissal(@NotNull DismissalReason reason) {}

    private final AppealDecisions appeals;

    AppealResource(AppealDecisions appeals) {
        this.appeals = appeals;
    }

    @GET
    @Operation(summary = "List appeals", description = "The oldest first.")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is not what it should be; the problem names it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<AppealView> list(
            @Parameter(description = "Only appeals in this state; left out, all") @QueryParam("state") String state,
            @Parameter(description = "The value of next of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 200, usually 50") @QueryParam("limit") Integer limit) {
        return appeals.page(Optional.ofNullable(state).map(AppealState::named), after, Page.limit(limit));
    }

    @GET
    @Path("{appeal}")
    @Operation(summary = "Show an appeal")
    @APIResponse(
            responseCode = "404",
            description = "There is no such appeal",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppealView.class)))
    public Response show(@PathParam("appeal") UUID appeal) {
        return shown(appeals.show(appeal));
    }

    @POST
    @Path("{appeal}/uphold")
    @Operation(
            summary = "Decide that the block was wrong",
            description =
                    "Whatever block of the number stands is lifted by its operator; ticket-service says which, or that there is none.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is decided already, or the block is the regulator's own decision",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response uphold(@PathParam("appeal") UUID appeal, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(appeals.uphold(appeal, ifMatch));
    }

    @POST
    @Path("{appeal}/dismiss")
    @Operation(summary = "Decide that the block was right")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is decided already, or the block is the regulator's own decision",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response dismiss(
            @PathParam("appeal") UUID appeal,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Dismissal dismissal) {
        return shown(appeals.dismiss(appeal, ifMatch, dismissal.reason()));
    }

    private static Response shown(AppealView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, ETags.of(view.version()))
                .build();
    }
}
