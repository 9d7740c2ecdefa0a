package id.sigap.notifier.reply;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.notifier.delivery.Deliveries;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.notifier.request.Receipt;
import id.sigap.notifier.request.Reply;
import id.sigap.notifier.request.Requests;
import id.sigap.notifier.request.Taken;
import id.sigap.reliable.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** An operator's answer, brought to the request it is about, and journalled. In the caller's transaction. */
@ApplicationScoped
class Replies {

    private final Requests requests;
    private final Deliveries deliveries;
    private final Journal journal;
    private final ReplyConfig config;

    Replies(Requests requests, Deliveries deliveries, Journal journal, ReplyConfig config) {
        this.requests = requests;
        this.deliveries = deliveries;
        this.journal = journal;
        this.config = config;
    }

    /**
     * A reply brought to its request.
     *
     * @param request as it is now
     * @param taken what came of it; if it is refused, with what is wrong with it
     */
    record Heard(OperatorRequest request, Taken taken) {}

    /**
     * @param from who answers, by its token or its topic: what it says of itself is not asked
     * @param at when the answer counts from
     * @return empty if that operator has no request of that id. What is refused may have left a fact behind: the caller commits
     */
    Optional<Heard> take(OperatorCode from, RequestId id, Reply reply, ReplyChannel via, Instant at) {
        return requests.toMove(id)
                .filter(request -> request.operator().equals(from))
                .map(request -> take(request, reply, new Receipt(via, at, config.clockSkew())));
    }

    private Heard take(OperatorRequest request, Reply reply, Receipt receipt) {
        Taken taken = request.take(reply, receipt, () -> requests.lastUnblock(request.operator(), request.number()));
        taken.events().forEach(journal::append);
        if (taken instanceof Taken.Said && !request.state().isOpen()) {
            deliveries.cancel(request);
        }
        return new Heard(request, taken);
    }
}
