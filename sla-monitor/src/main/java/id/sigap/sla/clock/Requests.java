package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.ReleaseProposed;
import id.sigap.events.ticket.ReleaseRefused;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.reliable.EventBatch;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the operators are asked. A rerouted ticket asks anew, with a request and a clock of its own. */
@ApplicationScoped
class Requests {

    @Inject
    Clocks clocks;

    @Incoming("tickets")
    @Blocking
    void on(EventBatch<TicketEvent> batch) {
        batch.allNew(heard -> clocks.learn(heard.stream()
                .flatMap(one ->
                        fact(one.event())
                                .map(fact ->
                                        new Clocks.Told(fact, one.metadata().traceParent()))
                                .stream())
                .toList()));
    }

    private static Optional<Fact> fact(TicketEvent event) {
        return switch (event) {
            case BlockRequested asked -> Optional.of(block(asked));
            case UnblockRequested asked -> Optional.of(unblock(asked));
            case RequestWithdrawn it ->
                Optional.of(new Fact.Withdrawn(it.request(), it.ticket(), it.operator(), it.withdrawnAt()));
            case ReleaseProposed _, ReleaseRefused _, AppealJoined _, NothingToUnblock _ -> Optional.empty();
            // how the ticket takes an answer is its own business: a clock hears the operator itself
            case TicketAcknowledged _, TicketDeclined _, NumberBlocked _, NumberUnblocked _ -> Optional.empty();
            case TicketOpened _, ReportMerged _, ReportUnmerged _, TicketRerouted _, TicketClosed _ -> Optional.empty();
        };
    }

    private static Fact block(BlockRequested asked) {
        return new Fact.Requested(
                asked.request(),
                asked.ticket(),
                asked.operator(),
                asked.ticketNumber(),
                Action.BLOCK,
                asked.requestedAt(),
                asked.window(),
                Optional.of(asked.evidenceCompleteAt()));
    }

    private static Fact unblock(UnblockRequested asked) {
        return new Fact.Requested(
                asked.request(),
                asked.ticket(),
                asked.operator(),
                asked.ticketNumber(),
                Action.UNBLOCK,
                asked.requestedAt(),
                asked.window(),
                Optional.empty());
    }
}
