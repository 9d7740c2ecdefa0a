package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;

import id.sigap.events.operator.ReplyOutcome;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** M: the ticket, the notifier and the clock know of each request what was said of it: each answer from its earliest receipt, and a withdrawal. */
final class AnswersFollow implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.M);
        Map<String, Map<ReplyOutcome, Instant>> answers = new HashMap<>();
        Answered.in(snapshot)
                .forEach(answer -> answers.computeIfAbsent(answer.request(), _ -> new EnumMap<>(ReplyOutcome.class))
                        .merge(answer.outcome(), answer.at(), (one, other) -> one.isBefore(other) ? one : other));
        Set<String> withdrawn = snapshot.said(RequestWithdrawn.class)
                .map(said -> said.event().request().toString())
                .collect(Collectors.toSet());
        for (Row row : snapshot.table(NOTIFIER, "operator_request")) {
            String id = row.text("id");
            Word word = new Word(answers.getOrDefault(id, Map.of()), withdrawn.contains(id));
            is(word.state(), row.text("state"), "the notifier", id, found);
        }
        for (Row row : snapshot.table(TICKET, "operator_request")) {
            String id = row.text("id");
            Word word = new Word(answers.getOrDefault(id, Map.of()), withdrawn.contains(id));
            // seeing a request to unblock changes no ticket
            String state = row.text("action").equals("UNBLOCK") && word.state().equals("ACKNOWLEDGED")
                    ? "PENDING"
                    : word.state();
            is(state, row.text("state"), "the ticket", id, found);
        }
        for (Row row : snapshot.table(SLA, "clock")) {
            String id = row.text("request");
            Map<ReplyOutcome, Instant> known = answers.getOrDefault(id, Map.of());
            found.unless(
                    row.time("confirmed_at").equals(Optional.ofNullable(known.get(ReplyOutcome.CONFIRMED)))
                            && row.time("declined_at").equals(Optional.ofNullable(known.get(ReplyOutcome.DECLINED)))
                            && row.time("acknowledged_at")
                                    .equals(Optional.ofNullable(known.get(ReplyOutcome.ACKNOWLEDGED))),
                    "the clock knows other answers than were said: " + known,
                    id);
        }
        return found.list();
    }

    /** An answer that was taken counts more than a withdrawal. */
    private record Word(Map<ReplyOutcome, Instant> answers, boolean withdrawn) {

        String state() {
            if (answers.containsKey(ReplyOutcome.CONFIRMED)) {
                return ReplyOutcome.CONFIRMED.name();
            }
            if (answers.containsKey(ReplyOutcome.DECLINED)) {
                return ReplyOutcome.DECLINED.name();
            }
            if (withdrawn) {
                return Diagrams.WITHDRAWN;
            }
            return answers.containsKey(ReplyOutcome.ACKNOWLEDGED) ? ReplyOutcome.ACKNOWLEDGED.name() : "PENDING";
        }
    }

    private static void is(String state, String kept, String who, String request, Findings found) {
        found.unless(
                state.equals(kept),
                "%s has the request %s, by what was said it is %s".formatted(who, kept, state),
                request);
    }
}
