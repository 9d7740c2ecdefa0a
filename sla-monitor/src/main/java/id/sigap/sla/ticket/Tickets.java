package id.sigap.sla.ticket;

import static id.sigap.sla.ticket.Step.Kind.BLOCKED;
import static id.sigap.sla.ticket.Step.Kind.CLOSED;
import static id.sigap.sla.ticket.Step.Kind.DECLINED;
import static id.sigap.sla.ticket.Step.Kind.OPENED;
import static id.sigap.sla.ticket.Step.Kind.RELEASE_PROPOSED;
import static id.sigap.sla.ticket.Step.Kind.RELEASE_REFUSED;
import static id.sigap.sla.ticket.Step.Kind.UNBLOCKED;
import static id.sigap.sla.ticket.Step.Kind.WITHDRAWN;

import id.sigap.events.Action;
import id.sigap.events.TicketId;
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
import id.sigap.sla.clock.Clocks;
import id.sigap.sla.clock.Fact;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the operators are asked, and what becomes of tickets. A rerouted ticket asks anew, with a request and a clock of its own. */
@ApplicationScoped
class Tickets {

    @Inject
    Clocks clocks;

    @Inject
    TicketClocks tickets;

    @Incoming("tickets")
    @Blocking
    void on(EventBatch<TicketEvent> batch) {
        batch.allNew(heard -> {
            clocks.learn(heard, Tickets::fact);
            heard.forEach(one -> take(one.event(), one.metadata().time()));
        });
    }

    private void take(TicketEvent event, Instant at) {
        switch (event) {
            case TicketOpened it ->
                tickets.take(it.ticket(), Optional.of(it.ticketNumber()), Step.of(OPENED, it.openedAt()));
            case BlockRequested it ->
                take(
                        it.ticket(),
                        Step.asked(
                                it.request(), it.operator(), it.requestedAt(), Optional.of(it.evidenceCompleteAt())));
            case UnblockRequested it ->
                take(it.ticket(), Step.asked(it.request(), it.operator(), it.requestedAt(), Optional.empty()));
            case TicketDeclined it -> take(it.ticket(), Step.of(DECLINED, it.request(), it.operator(), it.at()));
            // by the ticket's time: when the operator says it did so is the operator's word
            case NumberBlocked it -> take(it.ticket(), Step.of(BLOCKED, it.request(), it.operator(), at));
            case NumberUnblocked it -> take(it.ticket(), Step.of(UNBLOCKED, it.request(), it.operator(), at));
            case RequestWithdrawn it ->
                take(it.ticket(), Step.of(WITHDRAWN, it.request(), it.operator(), it.withdrawnAt()));
            case ReleaseProposed it -> take(it.ticket(), Step.of(RELEASE_PROPOSED, it.at()));
            case ReleaseRefused it -> take(it.ticket(), Step.of(RELEASE_REFUSED, it.at()));
            case TicketClosed it -> take(it.ticket(), Step.of(CLOSED, it.at()));
            case TicketAcknowledged _,
                    TicketRerouted _,
                    ReportMerged _,
                    ReportUnmerged _,
                    AppealJoined _,
                    NothingToUnblock _ -> {}
        }
    }

    private void take(TicketId ticket, Step step) {
        tickets.take(ticket, Optional.empty(), step);
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
