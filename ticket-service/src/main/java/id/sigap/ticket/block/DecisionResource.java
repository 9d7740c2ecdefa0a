package id.sigap.ticket.block;

import id.sigap.directory.Jakarta;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import id.sigap.events.ticket.Outcome;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.ticket.ticket.Route;
import id.sigap.ticket.ticket.TicketDesk;
import id.sigap.ticket.ticket.TicketView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an officer decides where the directory and the operators can't. */
@Path("/api/v1/tickets/{ticket}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tickets")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
class DecisionResource {

    /** @param operator an operator of the directory */
    record OperatorNamed(@NotNull OperatorCode operator) {}

    /** @param outcome {@code NOT_BLOCKED}; the other outcomes follow from what the operator answers */
    record Closing(@NotNull Outcome outcome) {}

    private final TicketDesk desk;
    private final Routing routing;
    private final OperatorDirectory directory;
    private final CurrentUser user;
    private final Clock clock;

    DecisionResource(TicketDesk desk, Routing routing, OperatorDirectory directory, CurrentUser user, Clock clock) {
        this.desk = desk;
        this.routing = routing;
        this.directory = directory;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @Path("/assign-operator")
    @Operation(
            summary = "Names the operator of a number the directory doesn't know",
            description = "From OPENED; the operator is asked to block at once.")
    @APIResponse(responseCode = "200", description = "The ticket, BLOCK_REQUESTED")
    @APIResponse(responseCode = "400", description = "Not an operator of the directory")
    @APIResponse(responseCode = "404", description = "No such ticket")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it; the state is named")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> assign(
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OperatorNamed named) {
        Instant now = clock.instant();
        Route route = routeTo(named.operator(), now);
        return desk.move(ticket, ifMatch, it -> it.assign(route, user.id(), now));
    }

    @POST
    @Path("/reroute")
    @Operation(
            summary = "Asks another operator after a decline, or the same one again",
            description = "From DECLINED; a new request with a new due time.")
    @APIResponse(responseCode = "200", description = "The ticket, BLOCK_REQUESTED")
    @APIResponse(responseCode = "400", description = "Not an operator of the directory")
    @APIResponse(responseCode = "404", description = "No such ticket")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it; the state is named")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> reroute(
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OperatorNamed named) {
        Instant now = clock.instant();
        Route route = routeTo(named.operator(), now);
        return desk.move(ticket, ifMatch, it -> it.reroute(route, user.id(), now));
    }

    @POST
    @Path("/close")
    @Operation(
            summary = "Ends a ticket",
            description =
                    "NOT_BLOCKED from OPENED or DECLINED: no operator can act. UNBLOCKED and RELEASED are not decided here: they"
                            + " follow from the operator's word that it lifted the block, after an appeal or a release.")
    @APIResponse(responseCode = "200", description = "The ticket, CLOSED")
    @APIResponse(responseCode = "400", description = "Not an outcome an officer decides")
    @APIResponse(responseCode = "404", description = "No such ticket")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it; the state is named")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> close(
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Closing closing) {
        Instant now = clock.instant();
        return switch (closing.outcome()) {
            case NOT_BLOCKED -> desk.move(ticket, ifMatch, it -> it.giveUp(user.id(), now));
            case UNBLOCKED, RELEASED -> throw Refusal.field("outcome", "outcome-by-the-operator-only");
        };
    }

    @POST
    @Path("/propose-release")
    @Operation(
            summary = "Proposes to lift a block without an appeal",
            description =
                    "From BLOCKED: it was reviewed, and the number belongs to somebody else by now. Another person approves or refuses.")
    @APIResponse(responseCode = "200", description = "The ticket, RELEASE_PROPOSED")
    @APIResponse(responseCode = "404", description = "No such ticket")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it; the state is named")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> proposeRelease(
            @PathParam("ticket") String ticket, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Instant now = clock.instant();
        return desk.move(ticket, ifMatch, it -> it.proposeRelease(user.id(), now));
    }

    @POST
    @Path("/approve-release")
    @Operation(
            summary = "Approves that a block is lifted",
            description =
                    "From RELEASE_PROPOSED, by another person than proposed it; the operator is asked to unblock at once.")
    @APIResponse(responseCode = "200", description = "The ticket, UNBLOCK_REQUESTED")
    @APIResponse(responseCode = "404", description = "No such ticket")
    @APIResponse(
            responseCode = "409",
            description = "Not in a state that allows it, which is named; or the same person proposed it")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> approveRelease(
            @PathParam("ticket") String ticket, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Instant now = clock.instant();
        return desk.move(ticket, ifMatch, it -> it.approveRelease(user.id(), routing.windowOf(it), now));
    }

    @POST
    @Path("/refuse-release")
    @Operation(
            summary = "Decides that a block stays",
            description = "From RELEASE_PROPOSED; who proposed it may take it back.")
    @APIResponse(responseCode = "200", description = "The ticket, BLOCKED")
    @APIResponse(responseCode = "404", description = "No such ticket")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it; the state is named")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> refuseRelease(
            @PathParam("ticket") String ticket, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Instant now = clock.instant();
        return desk.move(ticket, ifMatch, it -> it.refuseRelease(user.id(), now));
    }

    private Route routeTo(OperatorCode operator, Instant now) {
        if (!directory.canBeAsked(operator, Jakarta.dayOf(now))) {
            throw Refusal.field("operator", "operator-unknown");
        }
        return routing.routeTo(operator);
    }
}
