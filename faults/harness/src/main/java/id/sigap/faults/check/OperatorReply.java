package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;

import id.sigap.events.EventCodec;
import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.operator.ActionReply;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.local.stack.KafkaRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operator wrote on its own topic.
 *
 * @param reply empty if it is no reply
 * @param refused whether it is among the notifier's dead letters
 */
record OperatorReply(OperatorCode operator, TopicRecord record, Optional<ActionReply> reply, boolean refused) {

    static List<OperatorReply> on(Snapshot snapshot) {
        Set<String> refused = DeadLetters.of(snapshot, NOTIFIER)
                .map(DeadLetters.Letter::place)
                .collect(Collectors.toSet());
        List<OperatorReply> replies = new ArrayList<>();
        for (OperatorCode operator : KafkaRights.OPERATORS) {
            for (TopicRecord record :
                    snapshot.topic(Topic.confirmationsOf(operator).name())) {
                replies.add(new OperatorReply(operator, record, read(record), refused.contains(record.place())));
            }
        }
        return replies;
    }

    private static Optional<ActionReply> read(TopicRecord record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(EventCodec.read(record.value(), ActionReply.class));
        } catch (EventCodec.UnreadableEvent _) {
            return Optional.empty();
        }
    }

    String request() {
        return reply.map(it -> it.request().toString()).orElse("");
    }

    /** Whether it may be among the dead letters: of a withdrawn request nobody can tell whether an acknowledgement came before. */
    boolean mayBeRefused(Row request) {
        return mustBeRefused(request) || request.text("state").equals(Diagrams.WITHDRAWN);
    }

    /** Whether the notifier can't accept it, seen against the request's row; null if there is no such request. */
    boolean mustBeRefused(Row request) {
        if (reply.isEmpty() || request == null || !request.text("operator").equals(operator.value())) {
            return true;
        }
        return switch (reply.get().outcome()) {
            case ACKNOWLEDGED -> false;
            case CONFIRMED ->
                !request.text("state").equals("CONFIRMED")
                        || reply.get()
                                .networkReference()
                                .filter(reference -> !reference.equals(request.text("network_reference")))
                                .isPresent();
            case DECLINED ->
                !request.text("state").equals("DECLINED")
                        || reply.get().reason().orElseThrow() == DeclineReason.NOT_OURS
                                && reply.get()
                                        .suggestedOperator()
                                        .filter(operator::equals)
                                        .isPresent()
                        || !reply.get().reason().orElseThrow().name().equals(request.text("decline_reason"));
        };
    }
}
