package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;

import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I: every answer of an operator that was taken, by the broker or by REST, is known to the notifier, or came back with a reason. */
final class RepliesHandled implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.I);
        Map<String, Row> requests = TicketsOnce.byId(snapshot.table(NOTIFIER, "operator_request"), "id");
        Set<String> onTopic = new HashSet<>();
        for (OperatorReply reply : OperatorReply.on(snapshot)) {
            onTopic.add(reply.request() + " " + reply.record().at());
            Row request = requests.get(reply.request());
            found.unless(
                    reply.refused()
                            || !reply.mustBeRefused(request)
                                    && knows(
                                            request, reply.reply().orElseThrow().outcome()),
                    "an answer of %s was neither handled nor refused".formatted(reply.operator()),
                    reply.record().place(),
                    reply.request());
        }
        history.of(Operation.REPLY, Phase.OK).forEach(attempt -> {
            String request = attempt.asked(Fact.REQUEST);
            if (attempt.asked(Fact.CHANNEL).equals(ReplyChannel.KAFKA.name())) {
                found.unless(
                        onTopic.contains(request + " " + attempt.answered(Fact.AT))
                                || expectations.excuse(Excuse.BROKER_FORGOT),
                        "an answer that the broker took is not on the topic",
                        request);
            } else {
                byRest(attempt, requests.get(request), found);
            }
        });
        return found.list();
    }

    private static void byRest(Attempt attempt, Row request, Findings found) {
        ReplyOutcome outcome = ReplyOutcome.valueOf(attempt.asked(Fact.OUTCOME));
        found.unless(
                request != null && knows(request, outcome),
                "%s by REST was answered with yes, the request is %s"
                        .formatted(outcome, request == null ? "not there" : request.text("state")),
                attempt.asked(Fact.REQUEST));
    }

    /** Whether the request went at least as far as the answer says. */
    private static boolean knows(Row request, ReplyOutcome outcome) {
        return switch (outcome) {
            case ACKNOWLEDGED -> !request.text("state").equals("PENDING");
            case CONFIRMED -> request.text("state").equals("CONFIRMED");
            case DECLINED -> request.text("state").equals("DECLINED");
        };
    }
}
