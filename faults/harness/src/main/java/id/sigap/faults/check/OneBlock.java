package id.sigap.faults.check;

import static id.sigap.local.service.Service.TICKET;

import id.sigap.events.Action;
import id.sigap.events.operator.ReplyOutcome;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** D: a number has one open ticket, and of a ticket each operator has at most one request to block that it has not declined. */
final class OneBlock implements Rule {

    private static final Set<String> ENDED = Set.of("UNBLOCKED", "CLOSED");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.D);
        Map<String, List<Row>> open = snapshot.table(TICKET, "ticket").stream()
                .filter(ticket -> !ENDED.contains(ticket.text("state")))
                .collect(Collectors.groupingBy(ticket -> ticket.text("number")));
        open.forEach((number, tickets) -> found.unless(
                tickets.size() == 1,
                "%s has %d open tickets".formatted(number, tickets.size()),
                tickets.stream().map(ticket -> ticket.text("id")).toArray()));
        Set<String> declined = answered(snapshot, ReplyOutcome.DECLINED);
        Set<String> confirmed = answered(snapshot, ReplyOutcome.CONFIRMED);
        Map<List<String>, List<String>> effective = Asked.in(snapshot)
                .filter(asked -> asked.action() == Action.BLOCK)
                .filter(asked -> !declined.contains(asked.request()))
                .collect(Collectors.groupingBy(
                        asked -> List.of(asked.ticket(), asked.operator()),
                        Collectors.mapping(Asked::request, Collectors.toList())));
        effective.forEach((whose, requests) -> found.unless(
                requests.size() == 1,
                "%s is asked to block %d times, %d of them confirmed, for one ticket"
                        .formatted(
                                whose.getLast(),
                                requests.size(),
                                requests.stream().filter(confirmed::contains).count()),
                requests.toArray()));
        return found.list();
    }

    private static Set<String> answered(Snapshot snapshot, ReplyOutcome outcome) {
        return Answered.in(snapshot)
                .filter(answer -> answer.outcome() == outcome)
                .map(Answered::request)
                .collect(Collectors.toSet());
    }
}
