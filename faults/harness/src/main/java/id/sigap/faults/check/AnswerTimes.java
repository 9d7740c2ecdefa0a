package id.sigap.faults.check;

import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * E: an answer counts from when the operator gave it. By its topic that is the broker's time of its first record that says so; by REST a
 * moment between the client's call and its answer.
 */
final class AnswerTimes implements Rule {

    private static final Duration SKEW = Duration.ofSeconds(1);

    private record Given(String request, String operator, ReplyOutcome outcome) {}

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.E);
        Map<Given, List<Instant>> onTopics = OperatorReply.on(snapshot).stream()
                .filter(reply -> reply.reply().isPresent() && !reply.refused())
                .collect(Collectors.groupingBy(
                        reply -> new Given(
                                reply.request(),
                                reply.operator().value(),
                                reply.reply().orElseThrow().outcome()),
                        Collectors.mapping(
                                reply -> reply.record().at().truncatedTo(ChronoUnit.MILLIS), Collectors.toList())));
        Map<Given, List<Attempt>> byRest = history.of(Operation.REPLY)
                .filter(attempt -> attempt.asked(Fact.CHANNEL).equals(ReplyChannel.REST.name()))
                .filter(attempt -> attempt.phase() != Phase.FAIL)
                .collect(Collectors.groupingBy(attempt -> new Given(
                        attempt.asked(Fact.REQUEST),
                        attempt.asked(Fact.OPERATOR),
                        ReplyOutcome.valueOf(attempt.asked(Fact.OUTCOME)))));
        Map<Given, Instant> earliest = Answered.in(snapshot)
                .collect(Collectors.toMap(
                        AnswerTimes::given, Answered::at, (one, other) -> one.isBefore(other) ? one : other));
        Answered.in(snapshot).forEach(answer -> {
            Given given = given(answer);
            switch (answer.via()) {
                case KAFKA ->
                    byTopic(answer, onTopics.getOrDefault(given, List.of()), earliest.get(given), expectations, found);
                case REST -> byRest(answer, byRest.getOrDefault(given, List.of()), expectations, found);
            }
        });
        return found.list();
    }

    private static Given given(Answered answer) {
        return new Given(answer.request(), answer.operator(), answer.outcome());
    }

    /** @param earliest of the times that were said of this answer: it may be said again, and counts from the last word */
    private static void byTopic(
            Answered answer, List<Instant> given, Instant earliest, Expectations expectations, Findings found) {
        if (given.isEmpty()) {
            found.unless(
                    expectations.excuse(Excuse.BROKER_FORGOT),
                    "%s by topic is not on the topic of %s".formatted(answer.outcome(), answer.operator()),
                    answer.request());
            return;
        }
        Instant first = given.stream().min(Instant::compareTo).orElseThrow();
        found.unless(
                given.contains(answer.at()) && (!earliest.isAfter(first) || expectations.excuse(Excuse.BROKER_FORGOT)),
                "%s counts from %s, the operator gave it at %s".formatted(answer.outcome(), answer.at(), first),
                answer.request());
    }

    private static void byRest(Answered answer, List<Attempt> given, Expectations expectations, Findings found) {
        found.unless(
                given.stream().anyMatch(attempt -> expectations.excuse(Excuse.CLOCKS_MOVED) || fits(attempt, answer)),
                "%s by REST counts from %s, when %s did not say so"
                        .formatted(answer.outcome(), answer.at(), answer.operator()),
                answer.request());
    }

    /** A call whose answer was lost may have been handled at any time after. */
    private static boolean fits(Attempt attempt, Answered answer) {
        return !answer.at().isBefore(attempt.invoke().at().minus(SKEW))
                && (attempt.phase() == Phase.UNKNOWN
                        || !answer.at().isAfter(attempt.end().at().plus(SKEW)));
    }
}
