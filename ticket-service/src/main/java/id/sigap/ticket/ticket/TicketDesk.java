package id.sigap.ticket.ticket;

import id.sigap.directory.Jakarta;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.service.CurrentUser;
import id.sigap.service.ETags;
import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Where people see a ticket and move it: what they decide on is what they saw, and they are shown what became of it. */
@ApplicationScoped
public class TicketDesk {

    private final Tickets tickets;
    private final OperatorDirectory directory;
    private final CurrentUser user;
    private final Clock clock;

    TicketDesk(Tickets tickets, OperatorDirectory directory, CurrentUser user, Clock clock) {
        this.tickets = tickets;
        this.directory = directory;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal 404 if there is no such ticket */
    @Transactional
    public RestResponse<TicketView> show(String reference) {
        return answer(tickets.toRead(TicketReference.read(reference)));
    }

    /**
     * Makes a move and shows the ticket as it is then.
     *
     * @param ifMatch the ETag the person saw; null if they don't mind
     * @throws Refusal 404 if there is no such ticket, 412 if it has moved since, 409 if the move is not legal in its state
     */
    @Transactional
    public RestResponse<TicketView> move(String reference, String ifMatch, Function<Ticket, List<TicketEvent>> move) {
        Ticket ticket = tickets.toMove(TicketReference.read(reference));
        ETags.requireMatch(ifMatch, ticket.version());
        tickets.say(move.apply(ticket));
        return answer(ticket);
    }

    private RestResponse<TicketView> answer(Ticket ticket) {
        return RestResponse.ResponseBuilder.ok(TicketView.of(ticket, suggestion(ticket), Shown.to(user), user.id()))
                .header(HttpHeaders.ETAG, ETags.of(ticket.version()))
                .build();
    }

    private Optional<OperatorCode> suggestion(Ticket ticket) {
        Optional<OperatorCode> fromDirectory = directory
                .operatorOf(ticket.number(), Jakarta.dayOf(clock.instant()))
                .filter(o -> !ticket.requests().wereDeclinedBy(o));
        return switch (ticket.state()) {
            case OPENED -> fromDirectory;
            case DECLINED -> ticket.requests().suggestion().or(() -> fromDirectory);
            case BLOCK_REQUESTED, ACKNOWLEDGED, BLOCKED, RELEASE_PROPOSED, UNBLOCK_REQUESTED, UNBLOCKED, CLOSED ->
                Optional.empty();
        };
    }
}
