package id.sigap.faults.check;

import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator answered, as the notifier's journal says.
 *
 * @param at from when it counts
 */
record Answered(String request, String operator, ReplyOutcome outcome, ReplyChannel via, Instant at, Entry entry) {

    static Stream<Answered> in(Snapshot snapshot) {
        return snapshot.said(ConfirmationEvent.class).flatMap(said -> of(said).stream());
    }

    boolean isFinal() {
        return outcome != ReplyOutcome.ACKNOWLEDGED;
    }

    private static Optional<Answered> of(Said<ConfirmationEvent> said) {
        return Optional.ofNullable(
                switch (said.event()) {
                    case RequestAcknowledged e ->
                        new Answered(
                                e.subject(),
                                e.operator().value(),
                                ReplyOutcome.ACKNOWLEDGED,
                                e.via(),
                                e.receivedAt(),
                                said.entry());
                    case BlockConfirmed e ->
                        new Answered(
                                e.subject(),
                                e.operator().value(),
                                ReplyOutcome.CONFIRMED,
                                e.via(),
                                e.receivedAt(),
                                said.entry());
                    case UnblockConfirmed e ->
                        new Answered(
                                e.subject(),
                                e.operator().value(),
                                ReplyOutcome.CONFIRMED,
                                e.via(),
                                e.receivedAt(),
                                said.entry());
                    case BlockDeclined e ->
                        new Answered(
                                e.subject(),
                                e.operator().value(),
                                ReplyOutcome.DECLINED,
                                e.via(),
                                e.receivedAt(),
                                said.entry());
                    default -> null;
                });
    }
}
