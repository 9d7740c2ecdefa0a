package id.sigap.notifier;

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
import id.sigap.notifier.delivery.Deliveries;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.notifier.request.Requests;
import id.sigap.reliable.EventBatch;
import id.sigap.reliable.Trace;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What tickets ask of operators. Nothing is sent here: a delivery is written down, and its worker brings it. */
@ApplicationScoped
class Tickets {

    private final Requests requests;
    private final Deliveries deliveries;
    private final Trace trace;
    private final Clock clock;

    Tickets(Requests requests, Deliveries deliveries, Trace trace, Clock clock) {
        this.requests = requests;
        this.deliveries = deliveries;
        this.trace = trace;
        this.clock = clock;
    }

    @Incoming("tickets")
    @Blocking
    void on(EventBatch<TicketEvent> batch) {
        batch.forEachNew(event -> {
            switch (event) {
                case BlockRequested asked -> bring(new OperatorRequest(asked, traceParent()));
                case UnblockRequested asked -> bring(new OperatorRequest(asked, traceParent()));
                case RequestWithdrawn withdrawn -> withdraw(withdrawn);
                // between the officers, or told by ourselves
                case ReleaseProposed _, ReleaseRefused _, AppealJoined _, NothingToUnblock _ -> {}
                case TicketOpened _, ReportMerged _, ReportUnmerged _, TicketRerouted _, TicketClosed _ -> {}
                case TicketAcknowledged _, NumberBlocked _, TicketDeclined _, NumberUnblocked _ -> {}
            }
        });
    }

    private String traceParent() {
        return trace.current().toString();
    }

    private void bring(OperatorRequest request) {
        // asked again under another event: the request is on its way already
        if (requests.toMove(request.id()).isEmpty()) {
            requests.persist(request);
            requests.withdrawnUnheard(request.id())
                    .ifPresentOrElse(request::withdraw, () -> deliveries.queue(request, clock.instant()));
        }
    }

    private void withdraw(RequestWithdrawn withdrawn) {
        requests.toMove(withdrawn.request())
                .ifPresentOrElse(
                        request -> {
                            if (request.withdraw(withdrawn.withdrawnAt())) {
                                deliveries.withdraw(request, clock.instant());
                            }
                        },
                        () -> requests.withdrawUnheard(withdrawn.request(), withdrawn.withdrawnAt()));
    }
}
