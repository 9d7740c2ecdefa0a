package id.sigap.notifier.request;

import id.sigap.events.Action;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.UnblockRequested;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One request to one operator, to block or to unblock a number, and its answer.
 * <pre>
 * Pending ─Seen─▶ Acknowledged ─Done─▶ Confirmed
 *    │                 ├──────NotDone─▶ Declined     (a block only: an unblock can't be declined)
 *    ├─────Done────────┼──────────────▶ Confirmed
 *    ├────NotDone──────┼──────────────▶ Declined
 *    └────withdraw─────┴──────────────▶ Withdrawn
 * </pre>
 * The same answer again is nothing new, and so is a Seen after the end: operators' machines send twice. If it was received before the one
 * that was read first, the answer counts from then, and is said again. A confirmation without a network reference may be given it later,
 * once. Another final answer, or other facts, than were given before is refused: what the ticket and the deadline were decided on doesn't
 * change behind their back. What is withdrawn can't be answered. But a number that is blocked after nobody wanted it any more is blocked:
 * that is kept as a fact.
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
     * It is no longer wanted. An answer that was taken before counts.
     *
     * @return whether that ended the request
     */
    public boolean withdraw(Instant at) {
        if (!state.isOpen()) {
            return false;
        }
        state = State.WITHDRAWN;
        withdrawnAt = at;
        return true;
    }

    /** What its operator may answer now that would be news. */
    public Set<ReplyOutcome> answers() {
        Set<ReplyOutcome> answers = EnumSet.noneOf(ReplyOutcome.class);
        if (state == State.PENDING) {
            answers.add(ReplyOutcome.ACKNOWLEDGED);
        }
        if (state.isOpen()) {
            answers.add(ReplyOutcome.CONFIRMED);
        }
        if (state.isOpen() && action == Action.BLOCK) {
            answers.add(ReplyOutcome.DECLINED);
        }
        return answers;
    }

    /**
     * Takes the operator's answer, or refuses it and keeps what was answered.
     *
     * @param unblockAsked when the operator was last asked to lift the block of the number; looked up only where it matters
     */
    public Taken take(Reply reply, Receipt receipt, Supplier<Optional<Instant>> unblockAsked) {
        return reply.unsayable().<Taken>map(Taken.Refused::because).orElseGet(() -> switch (reply) {
            case Reply.Seen _ -> acknowledge(receipt);
            case Reply.Done done -> confirm(done, receipt, unblockAsked);
            case Reply.NotDone refusal -> decline(refusal, receipt);
        });
    }

    private Taken acknowledge(Receipt receipt) {
        if (state == State.WITHDRAWN) {
            return withdrawn();
        }
        if (state == State.PENDING) {
            state = State.ACKNOWLEDGED;
        } else if (acknowledgedAt == null || !receipt.at().isBefore(acknowledgedAt)) {
            return new Taken.NothingNew();
        }
        acknowledgedAt = receipt.at();
        return Taken.Said.one(new RequestAcknowledged(id(), ticket(), operator, receipt.via(), receipt.at()));
    }

    private Taken confirm(Reply.Done done, Receipt receipt, Supplier<Optional<Instant>> unblockAsked) {
        Optional<RefusedReply> implausible = implausible(done, receipt);
        if (implausible.isPresent()) {
            return Taken.Refused.because(implausible.get());
        }
        if (state.isOpen()) {
            state = State.CONFIRMED;
            answered(receipt);
            doneAt = done.doneAt().orElse(receipt.at());
            networkReference = done.networkReference().orElse(null);
            return Taken.Said.one(confirmed());
        }
        if (state == State.WITHDRAWN) {
            return new Taken.Refused(withdrawn().why(), lateBlock(done, receipt));
        }
        if (state == State.CONFIRMED && saysWhatWasSaid(done, receipt)) {
            return again(done, receipt);
        }
        Optional<Instant> liftAsked = unblockAsked.get().filter(asked -> asked.isAfter(requestedAt));
        return liftAsked.filter(asked -> receipt.at().isAfter(asked)).isPresent()
                ? new Taken.Refused(contradiction().why(), lateBlock(done, receipt))
                : contradiction();
    }

    private Taken decline(Reply.NotDone refusal, Receipt receipt) {
        if (state == State.WITHDRAWN) {
            return withdrawn();
        }
        if (action == Action.UNBLOCK) {
            return Taken.Refused.because(RefusedReply.unblockDeclined());
        }
        if (refusal.suggests(operator)) {
            return Taken.Refused.because(RefusedReply.suggestsItself());
        }
        if (state.isOpen()) {
            state = State.DECLINED;
            answered(receipt);
            declineReason = refusal.reason();
            suggestedOperator = refusal.suggestedOperator().orElse(null);
            note = refusal.note().orElse(null);
            return Taken.Said.one(declined());
        }
        return state == State.DECLINED && saysWhatWasSaid(refusal) ? again(receipt) : contradiction();
    }

    /** The same confirmation: it may have been received before, and may name the reference that was missing. */
    private Taken again(Reply.Done done, Receipt receipt) {
        List<ConfirmationEvent> said = new ArrayList<>();
        if (isEarlier(receipt)) {
            if (doneWhenReceived()) {
                doneAt = done.doneAt().orElse(receipt.at());
            }
            answered(receipt);
            said.add(confirmed());
        }
        if (networkReference == null && done.networkReference().isPresent()) {
            networkReference = done.networkReference().get();
            said.add(new ReferenceGiven(id(), ticket(), operator, networkReference, receipt.via(), receipt.at()));
        }
        return said.isEmpty() ? new Taken.NothingNew() : new Taken.Said(List.copyOf(said));
    }

    /** The same decline: it may have been received before. */
    private Taken again(Receipt receipt) {
        if (!isEarlier(receipt)) {
            return new Taken.NothingNew();
        }
        answered(receipt);
        return Taken.Said.one(declined());
    }

    /** An operator may answer two ways at once: what is read first is not always what was received first. */
    private boolean isEarlier(Receipt receipt) {
        return receipt.at().isBefore(answeredAt);
    }

    /** The operator stated no time of its own. */
    private boolean doneWhenReceived() {
        return doneAt.equals(answeredAt);
    }

    private Taken.Refused contradiction() {
        return Taken.Refused.because(RefusedReply.answeredOtherwise(state));
    }

    private Taken.Refused withdrawn() {
        return Taken.Refused.because(RefusedReply.withdrawn(withdrawnAt));
    }

    /** The number was blocked, wanted or not: said if it is later than any block that is known. */
    private Optional<ConfirmationEvent> lateBlock(Reply.Done done, Receipt receipt) {
        Instant when = done.doneAt().orElse(receipt.at());
        Instant known = Stream.of(doneAt, lateBlockAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (action == Action.UNBLOCK || !when.isAfter(known)) {
            return Optional.empty();
        }
        lateBlockAt = when;
        return Optional.of(new LateBlockReported(
                id(), ticket(), operator, when, done.networkReference(), receipt.via(), receipt.at()));
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
        Instant earliest = requestedAt.minus(receipt.skew());
        return done.doneAt().flatMap(when -> {
            if (when.isAfter(latest(receipt))) {
                return Optional.of(RefusedReply.doneInTheFuture(when, receipt.at()));
            }
            return when.isBefore(earliest)
                    ? Optional.of(RefusedReply.doneBeforeAsked(when, requestedAt))
                    : Optional.empty();
        });
    }

    private static Instant latest(Receipt receipt) {
        return receipt.at().plus(receipt.skew());
    }

    /** What the second answer leaves out it doesn't deny; what the first left out the second may add, if it was the first to be received. */
    private boolean saysWhatWasSaid(Reply.Done done, Receipt receipt) {
        boolean sameTime = done.doneAt()
                .map(when -> when.equals(doneAt) || isEarlier(receipt) && doneWhenReceived())
                .orElseGet(() -> doneWhenReceived() || !doneAt.isAfter(latest(receipt)));
        return sameTime
                && (networkReference == null
                        || done.networkReference().map(networkReference::equals).orElse(true));
    }

    private boolean saysWhatWasSaid(Reply.NotDone refusal) {
        return refusal.reason() == declineReason
                && refusal.suggestedOperator()
                        .map(other -> other.equals(suggestedOperator))
                        .orElse(true)
                && refusal.note().map(words -> words.equals(note)).orElse(true);
    }
}
