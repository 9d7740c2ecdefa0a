package id.sigap.notifier.reply;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.notifier.request.Receipt;
import id.sigap.notifier.request.RefusedReply;
import id.sigap.notifier.request.Reply;
import id.sigap.notifier.request.Requests;
import id.sigap.reliable.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** An operator's answer, brought to the request it is about, and journalled. In the caller's transaction. */
@ApplicationScoped
class Replies {

    private final Requests requests;
    private final Journal journal;
    private final ReplyConfig config;

    Replies(Requests requests, Journal journal, ReplyConfig config) {
        this.requests = requests;
        this.journal = journal;
        this.config = config;
    }

    /**
     * @param from who answers, by its token or its topic: what it says of itself is not asked
     * @param at when the answer counts from
     * @return the request as it is now; empty if that operator has none of that id
     * @throws RefusedReply if the answer can't be true, or contradicts one given before
     */
    Optional<OperatorRequest> take(OperatorCode from, RequestId id, Reply reply, ReplyChannel via, Instant at) {
        Optional<OperatorRequest> found =
                requests.toMove(id).filter(request -> request.operator().equals(from));
        found.flatMap(request -> request.take(reply, new Receipt(via, at, config.clockSkew())))
                .ifPresent(journal::append);
        return found;
    }
}
