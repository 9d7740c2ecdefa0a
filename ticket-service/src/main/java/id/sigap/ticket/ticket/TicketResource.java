package id.sigap.ticket.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.UnreadableNumber;
import id.sigap.service.CurrentUser;
import id.sigap.service.Cursor;
import id.sigap.service.Page;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets, to find, read and follow; and a report taken out of one again. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tickets")
class TicketResource {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final Timeline timeline;
    private final CurrentUser user;
    private final Clock clock;

    TicketResource(Tickets tickets, TicketDesk desk, Timeline timeline, CurrentUser user, Clock clock) {
        this.tickets = tickets;
        this.desk = desk;
        this.timeline = timeline;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR, Roles.OPS})
    @Transactional
    @Operation(
            summary = "Tickets, newest first",
            description =
                    "Every filter may be left out. Ops sees ranges instead of numbers. A number's tickets: POST …/search.")
    @APIResponse(responseCode = "200", description = "A page; next, if present, is the after of the following one")
    @APIResponse(responseCode = "400", description = "A filter that cannot be read; the field is named")
    public Page<TicketSummary> list(
            @QueryParam("state") String state,
            @QueryParam("operator") String operator,
            @Parameter(hidden = true) @QueryParam("number") String number,
            @QueryParam("after") String after,
            @Parameter(description = "1 to 200, 50 if absent") @QueryParam("limit") Integer limit) {
        if (number != null) {
            throw Refusal.field("number", "number-in-address");
        }
        return page(
                Optional.ofNullable(state).map(TicketResource::state),
                Optional.ofNullable(operator).map(TicketResource::operator),
                Optional.empty(),
                after,
                limit);
    }

    /** @param number as people type it */
    record NumberSearch(@NotNull String number) {}

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Transactional
    @Operation(
            summary = "A number's tickets, newest first",
            description = "The number as people type it; in the body, because addresses are written to logs.")
    @APIResponse(responseCode = "200", description = "A page; next, if present, is the after of the following one")
    @APIResponse(responseCode = "400", description = "No Indonesian mobile number")
    public Page<TicketSummary> search(
            @Valid @NotNull NumberSearch search,
            @QueryParam("after") String after,
            @Parameter(description = "1 to 200, 50 if absent") @QueryParam("limit") Integer limit) {
        return page(Optional.empty(), Optional.empty(), Optional.of(number(search.number())), after, limit);
    }

    private Page<TicketSummary> page(
            Optional<State> state,
            Optional<OperatorCode> operator,
            Optional<Msisdn> number,
            String after,
            Integer limit) {
        int size = Page.limit(limit);
        Shown shown = Shown.to(user);
        var filter =
                new TicketFilter(state, operator, number, Cursor.read(after, 1).map(cursor -> cursor.uuid(0)));
        return Page.of(
                tickets.list(filter, size + 1),
                size,
                ticket -> TicketSummary.of(ticket, shown),
                last -> Cursor.of(last.id()));
    }

    @GET
    @Path("/{ticket}")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR, Roles.OPS})
    @Operation(
            summary = "One ticket",
            description =
                    "By id or by ticket number: its state, the reports it rests on, what operators were asked and answered.")
    @APIResponse(responseCode = "200", description = "The ticket; its ETag goes into If-Match of a move")
    @APIResponse(responseCode = "404", description = "No such ticket")
    public RestResponse<TicketView> one(@PathParam("ticket") String ticket) {
        return desk.show(ticket);
    }

    @GET
    @Path("/{ticket}/history")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Transactional
    @Operation(
            summary = "Everything that happened to a ticket",
            description =
                    "Oldest first, one entry for each event of the journal, in words and as data; Indonesian, or English by"
                            + " Accept-Language.")
    @APIResponse(responseCode = "200", description = "The timeline")
    @APIResponse(responseCode = "404", description = "No such ticket")
    public List<TimelineEntry> history(@PathParam("ticket") String ticket, @Context HttpHeaders headers) {
        return timeline.of(tickets.toRead(TicketReference.read(ticket)).id(), headers.getAcceptableLanguages());
    }

    @POST
    @Path("/{ticket}/reports/{report}/unmerge")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
    @Operation(
            summary = "Takes a report out of a ticket",
            description = "It was merged by mistake. The last report stays: there is no block without one.")
    @APIResponse(responseCode = "200", description = "The ticket without it")
    @APIResponse(responseCode = "404", description = "No such ticket, or the report is not in it")
    @APIResponse(responseCode = "409", description = "The last report, or the ticket has ended")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public RestResponse<TicketView> unmerge(
            @PathParam("ticket") String ticket,
            @PathParam("report") String report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.move(ticket, ifMatch, it -> it.unmerge(report(report), clock.instant()));
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.field("state", "wrong-value", Arrays.toString(State.values())));
    }

    private static OperatorCode operator(String text) {
        try {
            return new OperatorCode(text);
        } catch (IllegalArgumentException _) {
            throw Refusal.field("operator", "operator-unknown");
        }
    }

    private static Msisdn number(String typed) {
        try {
            return PhoneNumbers.read(typed).blockable().orElseThrow(() -> Refusal.field("number", "number-not-mobile"));
        } catch (UnreadableNumber e) {
            throw Refusal.field("number", e.code());
        }
    }

    private static ReportId report(String text) {
        try {
            return ReportId.of(text);
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("report");
        }
    }
}
