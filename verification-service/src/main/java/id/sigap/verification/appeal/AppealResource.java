package id.sigap.verification.appeal;

import id.sigap.events.verification.DismissalReason;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.reliable.Journal;
import id.sigap.service.CurrentUser;
import id.sigap.service.ETags;
import id.sigap.service.Page;
import id.sigap.service.Problem;
import id.sigap.service.Roles;
import id.sigap.verification.casework.Cases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
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
@Transactional
@Tag(name = "Appeals", description = "A number's owner asks for it to be unblocked; the regulator decides.")
class AppealResource {

    /** Why an appeal is dismissed. */
    @Schema(name = "Dismissal")
    record Dismissal(@NotNull DismissalReason reason) {}

    private final Appeals appeals;
    private final Cases cases;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    AppealResource(Appeals appeals, Cases cases, Journal journal, CurrentUser user, Clock clock) {
        this.appeals = appeals;
        this.cases = cases;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
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
        int size = Page.limit(limit);
        var rows = appeals.after(Optional.ofNullable(state).map(AppealState::named), Place.read(after), size + 1);
        return Page.of(rows, size, AppealView::of, last -> Place.of(last).cursor());
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
        return shown(appeals.of(appeal));
    }

    @POST
    @Path("{appeal}/uphold")
    @Operation(summary = "Decide that the block was wrong", description = "The operator will be asked to lift it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is decided already, or the block is the regulator's own decision",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response uphold(@PathParam("appeal") UUID appeal, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return decide(appeal, ifMatch, Appeal::uphold);
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
        return decide(appeal, ifMatch, (found, deciding) -> found.dismiss(dismissal.reason(), deciding));
    }

    private Response decide(UUID id, String ifMatch, BiFunction<Appeal, Deciding, VerificationEvent> decision) {
        Appeal found = appeals.toDecide(id);
        ETags.requireMatch(ifMatch, found.version);
        var part = cases.decidedOn(found.number, user.id()) ? Deciding.Part.DECIDED_THE_BLOCK : Deciding.Part.NONE;
        journal.append(decision.apply(found, new Deciding(user.id(), part, clock.instant())));
        appeals.flush();
        return shown(found);
    }

    private static Response shown(Appeal found) {
        return Response.ok(AppealView.of(found))
                .header(HttpHeaders.ETAG, ETags.of(found.version))
                .build();
    }
}
