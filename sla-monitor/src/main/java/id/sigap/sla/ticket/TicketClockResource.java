package id.sigap.sla.ticket;

import id.sigap.service.Cursor;
import id.sigap.service.Page;
import id.sigap.service.Parameter;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.sla.clock.Clocks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets' clocks, and what waits for the regulator. Not for operators: a ticket tells of the others it was with. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
@Tag(name = "Tickets", description = "Whom a ticket waits for, from complete evidence to its end.")
@APIResponse(responseCode = "401", description = "No valid token.")
@APIResponse(responseCode = "403", description = "The role does not allow it.")
public class TicketClockResource {

    @Inject
    TicketClocks tickets;

    @Inject
    Clocks clocks;

    @Inject
    RegulatorWaits regulator;

    @GET
    @Path("/tickets/{ticket}/clock")
    @Transactional
    @Operation(
            summary = "One ticket's clock",
            description = "Its stages, each charged to one party; charged adds up to whole. Between stages nobody has "
                    + "anything to do: a block stands. An operator that declined, was asked again and blocked after all "
                    + "is charged what came between.")
    @APIResponse(responseCode = "200", description = "The clock.")
    @APIResponse(responseCode = "404", description = "No such ticket.")
    public TicketClockView one(@PathParam("ticket") String ticket) {
        TicketClock clock = Parameter.uuid("ticket", ticket)
                .flatMap(tickets::findByIdOptional)
                .orElseThrow(() -> Refusal.notFound("ticket"));
        return TicketClockView.of(clock, clocks.exchanges(clock.ticket), clocks.now());
    }

    /** Longest first. */
    @GET
    @Path("/waits")
    @Operation(
            summary = "What waits for the regulator, longest first",
            description =
                    "awaited: OPERATOR_NAME, REROUTE or SECOND_APPROVAL. standing: RUNNING, AT_RISK or OVERDUE, by the "
                            + "window the regulator gives itself.")
    @APIResponse(responseCode = "200", description = "One page; pass next as after for the following one.")
    @APIResponse(responseCode = "400", description = "A parameter is unreadable; errors names it.")
    public Page<RegulatorWait> waits(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        int size = Parameter.limit(limit);
        Optional<TicketClocks.Place> place =
                Cursor.read(after, 2).map(cursor -> new TicketClocks.Place(cursor.time(0), cursor.uuid(1)));
        Instant now = clocks.now();
        return Page.of(
                tickets.ofRegulator(place, size),
                size,
                clock -> regulator.of(clock, now),
                clock -> Cursor.of(clock.since, clock.ticket));
    }
}
