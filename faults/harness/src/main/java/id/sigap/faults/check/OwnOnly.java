package id.sigap.faults.check;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.confirmation.UnblockConfirmed;
import id.sigap.events.operator.ActionRequested;
import id.sigap.events.operator.ActionWithdrawn;
import id.sigap.faults.check.snapshot.Right;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.local.actors.Operators;
import id.sigap.local.stack.KafkaRights;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** F: an operator finds only its own requests on its topic and in its mailbox, and an intruder's answer changes nothing. */
final class OwnOnly implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.F);
        Map<String, Asked> asked = Asked.byRequest(snapshot);
        for (OperatorCode operator : KafkaRights.OPERATORS) {
            shown(operator, snapshot, asked, found);
            rights(operator, snapshot, found);
        }
        snapshot.said(ConfirmationEvent.class).map(said -> said.event()).forEach(event -> {
            Asked meant = asked.get(event.subject());
            String by = operatorOf(event);
            found.unless(
                    by.isEmpty() || meant != null && meant.operator().equals(by),
                    "%s of %s, which was never asked".formatted(event.getClass().getSimpleName(), by),
                    event.subject());
        });
        intrusions(history, snapshot, found);
        return found.list();
    }

    private static void shown(OperatorCode operator, Snapshot snapshot, Map<String, Asked> asked, Findings found) {
        for (TopicRecord record : snapshot.topic(Topic.requestsTo(operator).name())) {
            SameOnAllChannels.read(record)
                    .map(ActionRequested::request)
                    .or(() -> SameOnAllChannels.readWithdrawal(record).map(ActionWithdrawn::request))
                    .map(request -> asked.get(request.toString()))
                    .filter(meant -> !meant.operator().equals(operator.value()))
                    .ifPresent(meant -> found.add(
                            "%s finds a request to %s on its topic".formatted(operator, meant.operator()),
                            record.place(),
                            meant.request()));
        }
        String box = Operators.mailOf(operator.value());
        Set<String> others = asked.values().stream()
                .filter(meant -> !meant.operator().equals(operator.value()))
                .map(Asked::request)
                .collect(Collectors.toSet());
        SameOnAllChannels.mails(snapshot)
                .filter(mail -> mail.to().contains(box))
                .flatMap(mail -> SameOnAllChannels.ids(mail))
                .filter(others::contains)
                .forEach(request ->
                        found.add("%s has a mail of another operator's request".formatted(operator), request));
    }

    /** Nobody but the services and the operator itself may use its topics. */
    private static void rights(OperatorCode operator, Snapshot snapshot, Findings found) {
        found.unless(!snapshot.rights().isEmpty(), "the broker asks nobody for rights", operator);
        Set<String> others = Stream.concat(
                        Stream.of("*", "ANONYMOUS"),
                        KafkaRights.OPERATORS.stream()
                                .filter(other -> !other.equals(operator))
                                .map(other -> other.value().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        for (Topic topic : List.of(Topic.requestsTo(operator), Topic.confirmationsOf(operator))) {
            for (Right right : snapshot.rights()) {
                found.unless(
                        !others.contains(right.user()) || !right.covers(topic.name()),
                        "%s may %s %s".formatted(right.user(), right.operation(), topic.name()),
                        topic.name());
            }
        }
    }

    static String operatorOf(ConfirmationEvent event) {
        return switch (event) {
            case RequestDelivered e -> e.operator().value();
            case DeliveryFailed e -> e.operator().value();
            case RequestAcknowledged e -> e.operator().value();
            case BlockConfirmed e -> e.operator().value();
            case BlockDeclined e -> e.operator().value();
            case UnblockConfirmed e -> e.operator().value();
            case ReferenceGiven e -> e.operator().value();
            case LateBlockReported e -> e.operator().value();
            case ConfirmationsPublished _ -> "";
        };
    }

    private static void intrusions(History history, Snapshot snapshot, Findings found) {
        List<Answered> answers = Answered.in(snapshot).toList();
        history.of(Operation.INTRUDE).forEach(attempt -> {
            String intruder = attempt.asked(Fact.OPERATOR);
            String request = attempt.asked(Fact.REQUEST);
            found.unless(
                    attempt.phase() != Phase.OK || attempt.asked(Fact.CHANNEL).equals(ReplyChannel.KAFKA.name()),
                    intruder + " was let in to a request that it was never asked",
                    request);
            found.unless(
                    attempt.phase() != Phase.OK || attempt.asked(Fact.TOPIC).isEmpty() || isOwn(attempt, intruder),
                    "%s was let in to %s".formatted(intruder, attempt.asked(Fact.TOPIC)),
                    request);
            answers.stream()
                    .filter(answer -> answer.request().equals(request))
                    .filter(answer -> answer.at().toString().equals(attempt.answered(Fact.AT)))
                    .forEach(answer -> found.add(
                            "%s counts as an answer of %s and was given by %s"
                                    .formatted(answer.outcome(), answer.operator(), intruder),
                            request));
        });
    }

    private static boolean isOwn(Attempt attempt, String operator) {
        return attempt.asked(Fact.TOPIC).startsWith("operator." + operator.toLowerCase(Locale.ROOT) + ".");
    }
}
