package id.sigap.sla.clock;

import id.sigap.events.OperatorCode;
import id.sigap.events.TicketId;
import id.sigap.service.CurrentUser;
import id.sigap.service.Cursor;
import id.sigap.service.Page;
import id.sigap.service.Parameter;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.text.TypedText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clocks. An operator sees its own alone; another's does not exist for it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR, Roles.OPERATOR})
@Tag(name = "Clocks", description = "One clock per request to an operator.")
@APIResponse(responseCode = "401", description = "No valid token.")
@APIResponse(responseCode = "403", description = "The role does not allow it.")
public class ClockResource {

    @Inject
    Clocks clocks;

    @Inject
    CurrentUser user;

    /** Oldest request first. */
    @GET
    @Path("/clocks")
    @Operation(
            summary = "Clocks, oldest request first",
            description =
                    "state: open, awaiting-start, running, at-risk, breached, met, met-late, declined, withdrawn or retracted; "
                            + "open is awaiting-start, running and at-risk. An operator's token sees its own.")
    @APIResponse(responseCode = "200", description = "One page; pass next as after for the following one.")
    @APIResponse(responseCode = "400", description = "A parameter is unreadable; errors names it.")
    public Page<ClockView> list(
            @QueryParam("state") String state,
            @QueryParam("operator") String operator,
            @QueryParam("ticket") String ticket,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int size = Parameter.limit(limit);
        var search = new ClockSearch(
                Optional.ofNullable(state)
                        .filter(word -> !TypedText.isBlank(word))
                        .map(Listing::of),
                visible(Parameter.operator(operator)),
                Parameter.uuid("ticket", ticket).map(TicketId::new),
                Cursor.read(after, 1).map(cursor -> cursor.uuid(0)));
        Instant now = clocks.now();
        return Page.of(
                clocks.matching(search, size),
                size,
                clock -> ClockView.of(clock, now),
                clock -> Cursor.of(clock.request));
    }

    /** One request's clock, with its stages. */
    @GET
    @Path("/clocks/{request}")
    @Operation(
            summary = "One request's clock",
            description = "With its stages, each charged to regulator, system or operator.")
    @APIResponse(responseCode = "200", description = "The clock.")
    @APIResponse(responseCode = "404", description = "No such clock, or another operator's.")
    public ClockView one(@PathParam("request") String request) {
        Clock clock = Parameter.uuid("request", request)
                .flatMap(id -> clocks.findByIdOptional(id))
                .filter(found -> ownOperator().map(found.operator()::equals).orElse(true))
                .orElseThrow(() -> Refusal.notFound("clock"));
        return ClockView.of(clock, clocks.now());
    }

    /** The windows missed: declared breaches that stand, confirmed late or not at all. Newest first. */
    @GET
    @Path("/breaches")
    @Operation(
            summary = "Windows missed, newest first",
            description = "Declared breaches that stand: BREACHED is unanswered, MET_LATE was confirmed late.")
    @APIResponse(responseCode = "200", description = "One page; pass next as after for the following one.")
    @APIResponse(responseCode = "400", description = "A parameter is unreadable; errors names it.")
    public Page<ClockView> breaches(
            @QueryParam("operator") String operator,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int size = Parameter.limit(limit);
        List<Clock> found = clocks.missed(
                visible(Parameter.operator(operator)), Cursor.read(after, 2).map(ClockResource::missedBefore), size);
        Instant now = clocks.now();
        return Page.of(
                found, size, clock -> ClockView.of(clock, now), clock -> Cursor.of(clock.breachedAt, clock.request));
    }

    private static Clocks.Missed missedBefore(Cursor cursor) {
        return new Clocks.Missed(cursor.time(0), cursor.uuid(1));
    }

    /** Whose clocks to show: an operator's own, whatever it asked for. */
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
