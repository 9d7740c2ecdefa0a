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

    /** Takes the operator's answer, or refuses it and stays as it is. */
    public Taken take(Reply reply, Receipt receipt) {
        return reply.unsayable().<Taken>map(Taken.Refused::because).orElseGet(() -> switch (reply) {
            case Reply.Seen _ -> acknowledge(receipt);
            case Reply.Done done -> confirm(done, receipt);
            case Reply.NotDone refusal -> decline(refusal, receipt);
        });
    }

    private Taken acknowledge(Receipt receipt) {
        if (state != State.PENDING) {
            return new Taken.NothingNew();
        }
        state = State.ACKNOWLEDGED;
        acknowledgedAt = receipt.at();
        return Taken.Said.one(new RequestAcknowledged(id(), ticket(), operator, receipt.via(), receipt.at()));
    }

    private Taken confirm(Reply.Done done, Receipt receipt) {
        Optional<RefusedReply> implausible = implausible(done, receipt);
        if (implausible.isPresent()) {
            return Taken.Refused.because(implausible.get());
        }
        if (!state.isOpen()) {
            return nothingNewIf(state == State.CONFIRMED && saysWhatWasSaid(done));
        }
        state = State.CONFIRMED;
        answered(receipt);
        doneAt = done.doneAt().orElse(receipt.at());
        networkReference = done.networkReference().orElse(null);
        return Taken.Said.one(confirmed());
    }

    private Taken decline(Reply.NotDone refusal, Receipt receipt) {
        if (action == Action.UNBLOCK) {
            return Taken.Refused.because(RefusedReply.unblockDeclined());
        }
        if (refusal.suggests(operator)) {
            return Taken.Refused.because(RefusedReply.suggestsItself());
        }
        if (!state.isOpen()) {
            return nothingNewIf(state == State.DECLINED && saysWhatWasSaid(refusal));
        }
        state = State.DECLINED;
        answered(receipt);
        declineReason = refusal.reason();
        suggestedOperator = refusal.suggestedOperator().orElse(null);
        note = refusal.note().orElse(null);
        return Taken.Said.one(declined());
    }

    private void answered(Receipt receipt) {
        answeredAt = receipt.at();
        answeredVia = receipt.via();
    }

    private ConfirmationEvent confirmed() {
        return switch (action) {
            case BLOCK ->
                new BlockConfirmed(id(), ticket(), operator, doneAt, networkReference(), answeredVia, answeredAt);
            case UNBLOCK ->
                new UnblockConfirmed(id(), ticket(), operator, doneAt, networkReference(), answeredVia, answeredAt);
        };
    }

    private ConfirmationEvent declined() {
        return new BlockDeclined(
                id(), ticket(), operator, declineReason, suggestedOperator(), note(), answeredVia, answeredAt);
    }

    /** An operator's clock may be off by the skew, but nobody blocks tomorrow, or before being asked. */
    private Optional<RefusedReply> implausible(Reply.Done done, Receipt receipt) {
        Instant latest = receipt.at().plus(receipt.skew());
        Instant earliest = requestedAt.minus(receipt.skew());
        return done.doneAt().flatMap(when -> {
            if (when.isAfter(latest)) {
                return Optional.of(RefusedReply.doneInTheFuture(when, receipt.at()));
            }
            return when.isBefore(earliest)
                    ? Optional.of(RefusedReply.doneBeforeAsked(when, requestedAt))
                    : Optional.empty();
        });
    }

    private Taken nothingNewIf(boolean saidBefore) {
        return saidBefore
                ? new Taken.NothingNew()
                : Taken.Refused.because(RefusedReply.answeredOtherwise(state));
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
