package id.sigap.notifier.request;

import id.sigap.events.Action;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.UnblockRequested;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One request to one operator, to block or to unblock a number, and its answer.
 * <pre>
 * Pending ─Seen─▶ Acknowledged ─Done─▶ Confirmed
 *    │                 ├──────NotDone─▶ Declined     (a block only: an unblock can't be declined)
 *    ├─────Done────────┼──────────────▶ Confirmed
 *    └────NotDone──────┴──────────────▶ Declined
 * </pre>
 * The same answer again is nothing new, and so is a Seen after the end: operators' machines send twice. Another final answer, or other
 * facts, than were given before is refused: what the ticket and the deadline were decided on doesn't change behind their back.
 */
@Entity
@Table(name = "operator_request")
public class OperatorRequest extends OperatorRequestRow {

    OperatorRequest() {}

    /** @param traceParent what led to it, for whoever follows the report to the operator */
    public OperatorRequest(BlockRequested asked, String traceParent) {
        id = asked.request().value();
        ticket = asked.ticket().value();
        ticketNumber = asked.ticketNumber();
        operator = asked.operator();
        action = Action.BLOCK;
        number = asked.number();
        category = asked.category();
        requestedAt = asked.requestedAt();
        dueAt = asked.dueAt();
        state = State.PENDING;
        this.traceParent = traceParent;
    }

    /** @param traceParent what led to it, for whoever follows the appeal to the operator */
    public OperatorRequest(UnblockRequested asked, String traceParent) {
        id = asked.request().value();
        ticket = asked.ticket().value();
        ticketNumber = asked.ticketNumber();
        operator = asked.operator();
        action = Action.UNBLOCK;
        number = asked.number();
        requestedAt = asked.requestedAt();
        dueAt = asked.dueAt();
        state = State.PENDING;
        this.traceParent = traceParent;
    }

    /**
     * Takes the operator's answer.
     *
     * @return what happened; empty if it says nothing new
     * @throws RefusedReply if it can't be true, or contradicts an answer given before
     */
    public Optional<ConfirmationEvent> take(Reply reply, Receipt receipt) {
        return switch (reply) {
            case Reply.Seen _ -> acknowledge(receipt);
            case Reply.Done done -> confirm(done, receipt);
            case Reply.NotDone refusal -> decline(refusal, receipt);
        };
    }

    private Optional<ConfirmationEvent> acknowledge(Receipt receipt) {
        if (state != State.PENDING) {
            return Optional.empty();
        }
        state = State.ACKNOWLEDGED;
        acknowledgedAt = receipt.at();
        return Optional.of(new RequestAcknowledged(id(), ticket(), operator, receipt.via(), receipt.at()));
    }

    private Optional<ConfirmationEvent> confirm(Reply.Done done, Receipt receipt) {
        if (!state.isOpen()) {
            return nothingNewIf(state == State.CONFIRMED && saysWhatWasSaid(done));
        }
        Instant when = plausible(done, receipt);
        state = State.CONFIRMED;
        answered(receipt);
        doneAt = when;
        networkReference = done.networkReference().orElse(null);
        return Optional.of(
                switch (action) {
                    case BLOCK ->
                        new BlockConfirmed(
                                id(), ticket(), operator, when, done.networkReference(), receipt.via(), receipt.at());
                    case UNBLOCK ->
                        new UnblockConfirmed(
                                id(), ticket(), operator, when, done.networkReference(), receipt.via(), receipt.at());
                });
    }

    private Optional<ConfirmationEvent> decline(Reply.NotDone refusal, Receipt receipt) {
        if (action == Action.UNBLOCK) {
            throw RefusedReply.unblockDeclined();
        }
        if (!state.isOpen()) {
            return nothingNewIf(state == State.DECLINED && saysWhatWasSaid(refusal));
        }
        state = State.DECLINED;
        answered(receipt);
        declineReason = refusal.reason();
        suggestedOperator = refusal.suggestedOperator().orElse(null);
        note = refusal.note().orElse(null);
        return Optional.of(new BlockDeclined(
                id(),
                ticket(),
                operator,
                refusal.reason(),
                refusal.suggestedOperator(),
                refusal.note(),
                receipt.via(),
                receipt.at()));
    }

    private void answered(Receipt receipt) {
        answeredAt = receipt.at();
        answeredVia = receipt.via();
    }

    /** An operator's clock may be off by the skew, but nobody blocks tomorrow, or before being asked. */
    private Instant plausible(Reply.Done done, Receipt receipt) {
        Instant when = done.doneAt().orElse(receipt.at());
        if (when.isAfter(receipt.at().plus(receipt.skew()))) {
            throw RefusedReply.doneInTheFuture(when, receipt.at());
        }
        if (done.doneAt().isPresent() && when.isBefore(requestedAt.minus(receipt.skew()))) {
            throw RefusedReply.doneBeforeAsked(when, requestedAt);
        }
        return when;
    }

    private Optional<ConfirmationEvent> nothingNewIf(boolean saidBefore) {
        if (!saidBefore) {
            throw RefusedReply.answeredOtherwise(state);
        }
        return Optional.empty();
    }

    /** What the second answer leaves out it doesn't deny. */
    private boolean saysWhatWasSaid(Reply.Done done) {
        return done.doneAt().map(doneAt::equals).orElse(true)
                && done.networkReference()
                        .map(reference -> reference.equals(networkReference))
                        .orElse(true);
    }

    private boolean saysWhatWasSaid(Reply.NotDone refusal) {
        return refusal.reason() == declineReason
                && refusal.suggestedOperator()
                        .map(other -> other.equals(suggestedOperator))
                        .orElse(true)
                && refusal.note().map(words -> words.equals(note)).orElse(true);
    }
}
